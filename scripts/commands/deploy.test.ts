import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#simulator/main';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import { writeRunning } from '../lib/running.ts';
import deploy from './deploy.ts';

let folder: ReturnType<typeof temporaryRoot>;
beforeEach(() => {
  folder = temporaryRoot();
  for (const name of ['macros', 'contract', 'node_modules', 'package.json']) {
    symlinkSync(join(process.cwd(), name), join(folder.root, name));
  }
});
afterEach(() => folder.remove());

async function run(argv: string[], env: Record<string, string> = {}) {
  // The time that macros must stay up has tests of its own.
  const command = startCommand(deploy, ['--stay-up', '0', ...argv], { root: folder.root, env });
  const code = await command.ended;
  return { code, out: command.out, err: command.err };
}

describe('with a running simulator', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    const devices = [{ name: 'room1' }, { name: 'room2' }, { name: 'fresh' }];
    simulator = await startSimulator({ devices, port: 0, consoleDirectory: '/nowhere' });
  });
  beforeEach(() => writeRunning(folder.root, { console: simulator.url, pid: process.pid }));
  afterAll(() => simulator.close());

  test('its devices are the inventory, and each line names the device', async () => {
    const { code, out } = await run(['--host', 'room2']);
    expect(code).toBe(0);
    expect(out).toContain('SIM room2  restart the macros\n');
    for (const line of out.trim().split('\n')) expect(line).toMatch(/^SIM room2 {2}/);
  });

  test('a second time nothing is saved and nothing restarted', async () => {
    await run(['--host', 'room1']);
    const { out } = await run(['--host', 'room1', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      action: 'deploy',
      ok: true,
      saves: 0,
      restarts: 0,
      counts: { unchanged: 1 },
      devices: [{ device: 'room1', outcome: 'unchanged' }],
    });
  });

  test('only the macros that were named are deployed', async () => {
    const { out } = await run([
      '--host',
      'room1',
      '--only',
      'room-controls',
      '--only',
      'web-view-keeper',
      '--json',
    ]);
    const { macros } = JSON.parse(out).devices[0];
    expect(macros.map(({ name }: { name: string }) => name)).toEqual(['room-controls', 'web-view-keeper']);
  });

  test('--dry-run changes nothing', async () => {
    const { code, out } = await run(['--host', 'fresh', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('SIM fresh  would save and activate assistant-events');
    const fresh = simulator.devices.find(({ device }) => device.name === 'fresh');
    expect(fresh?.device.macros.store.list()).toEqual([]);
  });

  test('an unknown name lists the known ones', async () => {
    const { code, err } = await run(['--host', 'room3']);
    expect([code, err]).toEqual([
      2,
      'There is no device room3. Known in the running simulator: room1, room2, fresh.\n',
    ]);
  });

  test('without a name there must be only one', async () => {
    const { code, err } = await run([]);
    expect([code, err]).toEqual([
      2,
      'Name a device with --host. Known in the running simulator: room1, room2, fresh.\n',
    ]);
  });

  test('an unknown macro lists the known ones', async () => {
    const { code, err } = await run(['--host', 'room1', '--only', 'party']);
    expect(code).toBe(2);
    expect(err).toBe('There is no macro party. Known: assistant-events, room-controls, web-view-keeper.\n');
  });

  test('an address needs no inventory, only credentials from the environment', async () => {
    const [device] = simulator.devices;
    const { address = '', username = '', password = '' } = device ?? {};
    const env = { ROOMOS_USERNAME: username, ROOMOS_PASSWORD: password };
    expect(await run(['--host', address, '--dry-run'], env)).toMatchObject({ code: 0 });
    expect(await run(['--host', address], { ROOMOS_USERNAME: username })).toMatchObject({
      code: 2,
      err: expect.stringContaining('ROOMOS_PASSWORD is not set'),
    });
  });

  test('a wrong password is exit code 2, and is not printed', async () => {
    const env = { ROOMOS_USERNAME: 'admin', ROOMOS_PASSWORD: 'hunter2' };
    const { code, out, err } = await run(['--host', simulator.devices[0]?.address ?? ''], env);
    expect([code, err]).toEqual([2, expect.stringContaining('does not take this username and password')]);
    expect(out + err).not.toContain('hunter2');
  });

  test('devices.yaml goes before the simulator', async () => {
    const { address, username } = simulator.devices[0] ?? {};
    const device = `    address: ${address}\n    username: ${username}\n    password: \${ROOM_PASSWORD}\n`;
    writeFileSync(join(folder.root, 'devices.yaml'), `devices:\n  boardroom:\n${device}`);
    writeFileSync(join(folder.root, '.env'), 'ROOM_PASSWORD=simulated\n');
    const { code, out } = await run(['--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/^boardroom {2}would /);
    expect(await run(['--host', 'room3'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('boardroom'),
    });
    // A simulated device can be named all the same, and is labelled as one.
    expect((await run(['--host', 'room2', '--dry-run'])).out).toMatch(/^SIM room2 {2}/);
  });
});

test('when nothing runs it says how to start something', async () => {
  expect(await run(['--host', 'room1'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('npm start'),
  });
});

test('a password that is not in the environment is named', async () => {
  const device = `    address: wss://10.0.0.5\n    username: admin\n    password: \${ROOM_PASSWORD}\n`;
  writeFileSync(join(folder.root, 'devices.yaml'), `devices:\n  boardroom:\n${device}`);
  const { code, err } = await run([]);
  expect([code, err]).toEqual([
    2,
    'devices.yaml:5: devices.boardroom.password: ROOM_PASSWORD is not set. Set it in the environment or in .env\n',
  ]);
});

test('--json says what went wrong too', async () => {
  const { out } = await run(['--json', '--only', 'party']);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'unknown-macro' } });
});

test('--help explains where devices come from', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('devices.yaml');
});
