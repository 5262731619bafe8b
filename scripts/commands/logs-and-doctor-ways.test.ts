import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CheckResult } from '#scripts/doctor/check';
import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import { commission } from '#simulator/device/commission';
import { listenCloud } from '#simulator/wire/cloud/listen-cloud';
import { listenSsh } from '#simulator/wire/ssh/listen-ssh';
import type { CommandFactory } from '../lib/command.ts';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import doctor from './doctor.ts';
import logs from './logs.ts';

const ID = 'Y2lzY29zcGFyazovL3VzL0RFVklDRS8x';
const env = { ROOMOS_USERNAME: 'admin', ROOMOS_PASSWORD: 'right', ROOMOS_TOKEN: 'token' };

let folder: ReturnType<typeof temporaryRoot>;
let device: SimulatedDevice;
beforeEach(async () => {
  folder = temporaryRoot();
  for (const name of ['macros', 'contract', 'node_modules', 'package.json']) {
    symlinkSync(join(process.cwd(), name), join(folder.root, name));
  }
  device = await createDevice({ name: 'room1' });
  commission(device);
  await device.settled();
});
afterEach(() => {
  device.close();
  folder.remove();
});

function start(factory: CommandFactory, argv: string[]) {
  const command = startCommand(factory, argv, { root: folder.root, env });
  onTestFinished(async () => {
    command.stop();
    await command.ended;
  });
  return command;
}

async function examine(address: string) {
  const command = start(doctor, ['--host', address, '--json']);
  const code = await command.ended;
  const { checks } = JSON.parse(command.out) as { checks: CheckResult[] };
  return { code, checks: Object.fromEntries(checks.map((result) => [result.check, result])) };
}

describe('by SSH', () => {
  const open = async () => {
    const listener = await listenSsh(device, { username: 'admin', password: 'right' });
    onTestFinished(() => listener.close());
    return listener;
  };

  test('the log is followed, through a connection that is lost', async () => {
    const { address, faults } = await open();
    device.macros.log.add('WARN', 'bell', 'before');
    const command = start(logs, ['--host', address, '--since', 'start', '--macro', 'bell']);
    await command.printed('before');
    faults.drop();
    await command.printed('trying again');
    device.macros.log.add('ERROR', 'bell', 'after');
    await command.printed('after');
    expect(command.out).toMatch(
      / WARN {3}bell {2}before\n.*trying again\n.*no line is missing\n.* ERROR {2}bell {2}after\n/,
    );
  });

  test('the doctor sees what he sees otherwise', async () => {
    const { address } = await open();
    device.setConfiguration(['WebEngine', 'Mode'], 'Off');
    const { code, checks } = await examine(address);
    expect(code).toBe(1);
    expect(checks).toMatchObject({
      certificate: { state: 'ok', found: expect.stringContaining('host key') },
      role: { state: 'ok' },
      'web engine': { state: 'mend', mend: 'xConfiguration WebEngine Mode: On' },
      storage: { state: 'ok' },
      crashes: { state: 'ok' },
      clock: { state: 'ok' },
    });
  });
});

describe('by the cloud', () => {
  const open = async () => {
    const listener = await listenCloud({ devices: [{ id: ID, device }], token: 'token' });
    onTestFinished(() => listener.close());
    return { ...listener, address: `cloud:${listener.address}/${ID}` };
  };

  test('there is no log, which is said at once', async () => {
    const { address } = await open();
    const command = start(logs, ['--host', address]);
    expect(await command.ended).toBe(2);
    expect(command.err).toMatch(/carries no macro log\. Give its wss:\/\/ or ssh:\/\/ address\.\n$/);
  });

  test('the doctor sees what the cloud tells', async () => {
    const { address } = await open();
    device.setConfiguration(['HttpClient', 'Mode'], 'Off');
    const { code, checks } = await examine(address);
    expect(code).toBe(1);
    expect(checks).toMatchObject({
      address: { state: 'ok' },
      credentials: { state: 'ok', found: 'the token is taken' },
      role: { state: 'ok' },
      'HTTP client': { state: 'mend', mend: 'xConfiguration HttpClient Mode: On' },
      storage: { state: 'ok' },
      clock: { state: 'ok' },
    });
  });
});
