import { expect, test } from 'vitest';
import type { DeviceConnection } from './connect.ts';
import { CommandRefused, ConnectionError } from './connection-error.ts';
import { readRuntimeStatus } from './runtime-status.ts';

const asked = (answer: () => Promise<unknown>) =>
  readRuntimeStatus({ command: answer } as Pick<DeviceConnection, 'command'> as DeviceConnection);
const unknown = { crashes: undefined, running: undefined };

test.each([
  ['numbers', { Crashes: 0, Running: 'True' }, { crashes: 0, running: true }],
  ['texts', { Crashes: '2', Running: 'False' }, { crashes: 2, running: false }],
  ['a part', { Crashes: 1 }, { ...unknown, crashes: 1 }],
  ['nothing', {}, unknown],
  ['something else', { Crashes: 'many' }, unknown],
  ['no object', 'OK', unknown],
])('a device that answers with %s', async (_, answer, status) => {
  expect(await asked(async () => answer)).toEqual(status);
});

test('a device without the command says nothing', async () => {
  const refuse = () =>
    Promise.reject(new CommandRefused('room1', 'Macros Runtime Status', 'Unknown command'));
  expect(await asked(refuse)).toEqual(unknown);
});

test('a connection that is lost is no answer', async () => {
  const lose = () => Promise.reject(new ConnectionError('closed', 'lost', 1));
  await expect(asked(lose)).rejects.toMatchObject({ code: 'closed' });
});
