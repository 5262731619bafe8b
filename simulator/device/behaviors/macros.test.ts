import { describe, expect, test } from 'vitest';
import type { SimulatedDevice } from '../../create-device.ts';
import { messagesOf, testDevice } from '../../runtime/testing/run-macro.ts';
import { parsePath } from '../path.ts';
import type { Caller, JsonObject } from '../types.ts';

const CLIENT: Caller = { origin: 'client:1', roles: ['Admin'] };

function clientOf(device: SimulatedDevice) {
  return (command: string, params?: JsonObject, body?: string) =>
    device.command(CLIENT, parsePath(command), params, body);
}

async function deviceWithClient() {
  const device = await testDevice();
  return { device, client: clientOf(device) };
}

const eventsOf = (device: SimulatedDevice, below: string) =>
  device.journal
    .after(0)
    .filter(({ kind, path }) => kind === 'event' && path.startsWith(`Macros ${below}`))
    .map(({ path, params }) => `${path.slice('Macros '.length)} ${JSON.stringify(params)}`);

test('save, activate and restart as a deployer does', async () => {
  const { device, client } = await deviceWithClient();
  device.setConfiguration(['Macros', 'Mode'], 'On');
  await client(
    'Macros Macro Save',
    { Name: 'hello', Overwrite: 'True', Transpile: 'False' },
    `console.log('hi');`,
  );
  await client('Macros Macro Activate', { Name: 'hello' });
  expect(await client('Macros Runtime Restart')).toEqual({ status: 'OK' });
  await device.settled();
  expect(messagesOf(device)).toEqual(['hi']);
  expect(eventsOf(device, 'Macro ')).toEqual([
    'Macro Saved {"Name":"hello"}',
    'Macro Activated {"Name":"hello"}',
    'Macro Started {"Name":"hello"}',
  ]);
  expect(eventsOf(device, 'Runtime')).toEqual([
    'Runtime Ready {}',
    'Runtime Reloading {}',
    'Runtime Ready {}',
    'Runtime Reloaded {}',
  ]);
});

describe('Macros Macro Get', () => {
  test('answers without a list when there is none', async () => {
    const { client } = await deviceWithClient();
    expect(await client('Macros Macro Get')).toEqual({ status: 'OK' });
  });

  test('answers one or all, with the source when asked', async () => {
    const { client } = await deviceWithClient();
    await client('Macros Macro Save', { Name: 'a' }, 'one');
    await client('Macros Macro Save', { Name: 'b' }, 'two');
    await client('Macros Macro Activate', { Name: 'b' });
    expect(await client('Macros Macro Get', { Content: 'True' })).toEqual({
      status: 'OK',
      Macro: [
        { id: 1, Name: 'a', Active: 'False', Content: 'one' },
        { id: 2, Name: 'b', Active: 'True', Content: 'two' },
      ],
    });
    expect(await client('Macros Macro Get', { Name: 'b' })).toEqual({
      status: 'OK',
      Macro: [{ id: 2, Name: 'b', Active: 'True' }],
    });
  });
});

describe('what is refused', () => {
  test.each(['Get', 'Activate', 'Deactivate', 'Remove'])('Macro %s of what is not there', async (command) => {
    const { client } = await deviceWithClient();
    await expect(client(`Macros Macro ${command}`, { Name: 'nobody' })).rejects.toMatchObject({
      code: 1,
      message: 'No such macro',
    });
  });

  test('an eleventh active macro', async () => {
    const { device, client } = await deviceWithClient();
    for (let count = 1; count <= 11; count += 1) {
      await client('Macros Macro Save', { Name: `m${count}` }, '');
      if (count <= 10) await client('Macros Macro Activate', { Name: `m${count}` });
    }
    await expect(client('Macros Macro Activate', { Name: 'm11' })).rejects.toMatchObject({
      message: 'Max number of active macros reached.',
    });
    await client('Macros Macro Activate', { Name: 'm10' });
    expect(device.macros.status().ActiveMacros).toBe(10);
  });

  test('more than 2 MB of macros in all; what was there stays', async () => {
    const { device, client } = await deviceWithClient();
    const megabyte = 'x'.repeat(1024 * 1024);
    await client('Macros Macro Save', { Name: 'a' }, megabyte);
    await client('Macros Macro Save', { Name: 'b' }, megabyte);
    await client('Macros Macro Save', { Name: 'b' }, megabyte);
    await expect(client('Macros Macro Save', { Name: 'b' }, `${megabyte}x`)).rejects.toMatchObject({
      code: 1,
    });
    expect(device.macros.store.get('b').content).toBe(megabyte);
  });

  test('a name of more than 250 bytes, an empty one, and a macro without a body', async () => {
    const { device, client } = await deviceWithClient();
    await client('Macros Macro Save', { Name: 'n'.repeat(250) }, '');
    const bad = { code: -32602 };
    await expect(client('Macros Macro Save', { Name: 'ü'.repeat(126) }, '')).rejects.toMatchObject(bad);
    await expect(client('Macros Macro Save', { Name: '' }, '')).rejects.toMatchObject(bad);
    await expect(client('Macros Macro Save', { Name: 'a' })).rejects.toMatchObject(bad);
    expect(device.macros.store.list()).toHaveLength(1);
  });

  test('replacing without Overwrite, by saving and by renaming', async () => {
    const { client, device } = await deviceWithClient();
    await client('Macros Macro Save', { Name: 'a' }, 'one');
    await client('Macros Macro Save', { Name: 'b' }, 'two');
    await expect(client('Macros Macro Save', { Name: 'a', Overwrite: 'False' }, 'x')).rejects.toMatchObject({
      code: 1,
    });
    await expect(client('Macros Macro Rename', { Name: 'a', NewName: 'b' })).rejects.toMatchObject({
      code: 1,
    });
    await client('Macros Macro Rename', { Name: 'a', NewName: 'b', Overwrite: 'True' });
    expect(device.macros.store.list().map(({ name, content }) => [name, content])).toEqual([['b', 'one']]);
  });

  test('starting while Configuration Macros Mode is Off', async () => {
    const { client } = await deviceWithClient();
    for (const command of ['Start', 'Restart']) {
      await expect(client(`Macros Runtime ${command}`)).rejects.toMatchObject({
        message: 'Macros are off: Configuration Macros Mode is Off',
      });
    }
  });

  test('a command that the roles of a macro do not allow', async () => {
    const { device, client } = await deviceWithClient();
    await device.macros.load(
      'humble',
      `import xapi from 'xapi'; xapi.Command.Macros.Log.Clear().catch((error) => console.log(error.message));`,
    );
    expect(messagesOf(device)).toEqual([]);
    await client('Macros Macro Roles Set', { Name: 'humble', Role: ['User'] });
    await client('Macros Runtime Restart');
    await device.settled();
    expect(messagesOf(device)).toEqual(['Permission denied']);
  });
});

test('rename, deactivate, remove and remove all tell who listens', async () => {
  const { device, client } = await deviceWithClient();
  for (const Name of ['a', 'b', 'c']) await client('Macros Macro Save', { Name }, '');
  await client('Macros Macro Rename', { Name: 'a', NewName: 'z' });
  await client('Macros Macro Deactivate', { Name: 'z' });
  await client('Macros Macro Remove', { Name: 'z' });
  await client('Macros Macro RemoveAll');
  expect(eventsOf(device, 'Macro ').slice(3)).toEqual([
    'Macro Renamed {"Name":"a","NewName":"z"}',
    'Macro Deactivated {"Name":"z"}',
    'Macro Removed {"Name":"z"}',
    'Macro Removed {"Name":"b"}',
    'Macro Removed {"Name":"c"}',
  ]);
});

describe('the log', () => {
  test('is raised line by line, and kept', async () => {
    const { device, client } = await deviceWithClient();
    const heard: unknown[] = [];
    device.subscribe(CLIENT, ['Event', 'Macros', 'Log'], (update) => heard.push(update));
    await device.macros.load('m', `console.warn('careful');`);
    const line = {
      Level: 'WARN',
      Macro: 'm',
      Message: 'careful',
      Offset: 4,
      Timestamp: new Date(device.clock.now()).toISOString(),
    };
    expect(heard).toHaveLength(4);
    expect(heard.at(-1)).toEqual({ Event: { Macros: { Log: line } } });
    expect(await client('Macros Log Get', { Offset: 4 })).toEqual({
      status: 'OK',
      Log: [{ id: 4, ...line }],
    });
    expect(device.journal.after(0)).toContainEqual(
      expect.objectContaining({
        kind: 'log',
        origin: 'macro:m',
        path: 'm',
        params: { Level: 'WARN', Message: 'careful' },
      }),
    );
    await client('Macros Log Clear');
    expect(await client('Macros Log Get')).toEqual({ status: 'OK', Log: [] });
  });

  test('has the runtime’s lines in the order of a device', async () => {
    const { device, client } = await deviceWithClient();
    await device.macros.load('m', `console.log('first words');`);
    await client('Macros Runtime Restart');
    await device.settled();
    const starting = [
      '[system] Using XAPI transport: WebSocket',
      '[system] Starting macros...',
      'm QJS Ready',
      'm first words',
    ];
    expect(device.macros.log.from(0).map(({ Macro, Message }) => `${Macro} ${Message}`)).toEqual([
      ...starting,
      '[system] Runtime stopped!',
      ...starting,
    ]);
  });
});
