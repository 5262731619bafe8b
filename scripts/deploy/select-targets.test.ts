import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandContext } from '#scripts/lib/command';
import { temporaryRoot } from '#scripts/lib/run-for-test';
import { writeRunning } from '#scripts/lib/running';
import { type Simulator, startSimulator } from '#simulator/main';
import { connectDevice } from './connect.ts';
import { findTarget } from './find-target.ts';
import { KnownDevices, knownDevicesFile } from './known-devices.ts';
import { selectTargets, type TargetSelection } from './select-targets.ts';

let simulator: Simulator;
beforeAll(async () => {
  const devices = [{ name: 'room1' }, { name: 'room2' }];
  simulator = await startSimulator({ devices, port: 0, consoleDirectory: '/nowhere' });
});
afterAll(() => simulator.close());

let folder: ReturnType<typeof temporaryRoot>;
let context: CommandContext;
let said: () => string;
beforeEach(() => {
  folder = temporaryRoot();
  const err = new PassThrough();
  said = () => String(err.read() ?? '');
  context = {
    out: new PassThrough(),
    err,
    input: Readable.from([]),
    env: { PASSWORD: 'right', ROOMOS_USERNAME: 'me', ROOMOS_PASSWORD: 'mine' },
    signal: new AbortController().signal,
    root: folder.root,
  };
});
afterEach(() => folder.remove());

const write = (text: string) => writeFileSync(join(folder.root, 'devices.yaml'), text);
const runSimulator = () => writeRunning(folder.root, { console: simulator.url, pid: process.pid });

const select = (selection: Partial<TargetSelection>) =>
  selectTargets(context, { hosts: [], groups: [], all: false, ...selection });
const labels = async (selection: Partial<TargetSelection>) =>
  (await select(selection)).map(({ label }) => label);

const FILE = `defaults: {username: admin, password: "\${PASSWORD}"}
groups:
  ground: [lobby, board-1]
devices:
  board-1: {address: wss://10.0.0.1}
  board-2: {address: wss://10.0.0.2, insecure: true, groups: [upstairs]}
  lobby: {address: wss://10.0.0.3, insecure: true}
`;

describe('with devices.yaml', () => {
  beforeEach(() => write(FILE));

  test('names, patterns and groups go together, each device once, in the order given', async () => {
    expect(await labels({ hosts: ['lobby', 'board-?'], groups: ['ground'] })).toEqual([
      'lobby',
      'board-1',
      'board-2',
    ]);
    expect(await labels({ groups: ['upstairs', 'ground'] })).toEqual(['board-2', 'board-1', 'lobby']);
    expect(await labels({ all: true })).toEqual(['board-1', 'board-2', 'lobby']);
    expect(await labels({ all: true, hosts: ['lobby'] })).toEqual(['lobby', 'board-1', 'board-2']);
  });

  test('those that are not verified are said on every run, and only those', async () => {
    await select({ all: true });
    expect(said()).toBe('Not verified, because of insecure: true in devices.yaml: board-2, lobby\n');
    await select({ hosts: ['board-1'] });
    expect(said()).toBe('');
  });

  test('all unknown names are told at once, with the known ones', async () => {
    await expect(select({ hosts: ['attic', 'lobby', 'roof*'] })).rejects.toMatchObject({
      code: 'unknown-device',
      exitCode: 2,
      message: 'There is no device attic, roof*. Known in devices.yaml: board-1, board-2, lobby.',
    });
    await expect(select({ hosts: ['10.0.0.1'] })).rejects.toMatchObject({
      message: expect.stringMatching(/^There is no device 10.0.0.1. .* Write an address as wss:..ADDRESS.$/),
    });
    await expect(select({ groups: ['attic', 'ground', 'roof'] })).rejects.toMatchObject({
      code: 'unknown-group',
      exitCode: 2,
      message: 'There is no group attic, roof. Known in devices.yaml: ground, upstairs.',
    });
  });

  test('without a word there must be only one', async () => {
    await expect(select({})).rejects.toMatchObject({
      code: 'which-device',
      message: 'Name a device with --host. Known in devices.yaml: board-1, board-2, lobby.',
    });
  });

  test('a simulated device is found by its prefix, or when the file does not know its name', async () => {
    runSimulator();
    expect(await labels({ hosts: ['sim:room1', 'room2', 'lobby'] })).toEqual([
      'SIM room1',
      'SIM room2',
      'lobby',
    ]);
    expect(await labels({ hosts: ['sim:*'] })).toEqual(['SIM room1', 'SIM room2']);
    // A pattern means the devices of the file: nobody types room* and means the simulator.
    await expect(select({ hosts: ['room*'] })).rejects.toMatchObject({ code: 'unknown-device' });
  });

  test('a simulated device that the file names too is one of two', async () => {
    runSimulator();
    write(`${FILE}  room1: {address: wss://10.0.0.4}\n`);
    expect(await labels({ hosts: ['room1', 'sim:room1'] })).toEqual(['room1', 'SIM room1']);
  });

  test('the prefix alone needs a simulator that runs', async () => {
    await expect(select({ hosts: ['sim:room1'] })).rejects.toMatchObject({ code: 'no-simulator' });
    await expect(select({ hosts: ['room1'] })).rejects.toMatchObject({ code: 'unknown-device' });
  });
});

describe('without devices.yaml', () => {
  test('the devices are the simulated ones', async () => {
    runSimulator();
    expect(await labels({ all: true })).toEqual(['SIM room1', 'SIM room2']);
    expect(await labels({ hosts: ['*2', 'room1'] })).toEqual(['SIM room2', 'SIM room1']);
    await expect(select({ groups: ['ground'] })).rejects.toMatchObject({ code: 'unknown-group' });
  });

  test('when none runs it says how to start one', async () => {
    await expect(select({ all: true })).rejects.toMatchObject({
      code: 'no-simulator',
      message: expect.stringContaining('npm start'),
    });
  });
});

describe('addresses', () => {
  test('take the credentials of the environment, with or without a file', async () => {
    const expected = { name: '10.0.0.9', username: 'me', password: 'mine', insecure: false };
    expect(await select({ hosts: ['wss://10.0.0.9/ignored', 'SSH://10.0.0.9'] })).toMatchObject([
      { ...expected, address: 'wss://10.0.0.9', transport: 'websocket' },
      { ...expected, address: 'ssh://10.0.0.9', transport: 'ssh' },
    ]);
  });

  test('of the cloud take a token', async () => {
    await expect(select({ hosts: ['cloud:Y2lz'] })).rejects.toMatchObject({
      code: 'no-credentials',
      message: 'cloud:Y2lz: ROOMOS_TOKEN is not set. Set it in the environment or in .env',
    });
    writeFileSync(join(folder.root, '.env'), 'ROOMOS_TOKEN=secret\n');
    expect(await select({ hosts: ['cloud:Y2lz'] })).toMatchObject([
      { address: 'cloud:Y2lz', transport: 'cloud', token: 'secret' },
    ]);
  });

  test('that are pinned stay so', async () => {
    const file = knownDevicesFile(folder.root);
    new KnownDevices(file).learn('wss://10.0.0.9', 'SHA256:AA');
    expect(await select({ hosts: ['wss://10.0.0.9', 'wss://10.0.0.8'] })).toMatchObject([
      { knownDevicesFile: file },
      expect.not.objectContaining({ knownDevicesFile: file }),
    ]);
  });

  test('that are none are said to be none', async () => {
    await expect(select({ hosts: ['wss://['] })).rejects.toMatchObject({ code: 'unknown-device' });
  });
});

test('a device that is pinned in the file is kept in .data, and refused when it is another', async () => {
  const { secureAddress = '', username = '', password = '' } = simulator.devices[0] ?? {};
  const device = `address: ${secureAddress}, username: ${username}, password: "\${SIMULATED}", pin: true`;
  writeFileSync(join(folder.root, '.env'), `SIMULATED=${password}\n`);
  write(`devices: {board: {${device}}}`);
  const lines: string[] = [];
  const connect = async () => {
    const [target] = await select({});
    if (!target) throw new Error('nothing was selected');
    const connection = await connectDevice(target, { say: (line) => lines.push(line) });
    connection.close();
  };
  await connect();
  await connect();
  expect(lines).toEqual([
    expect.stringMatching(/^board {2}certificate kept from now on: SHA256:[0-9A-F:]{95}$/),
  ]);
  const file = join(folder.root, '.data/known-devices');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/SHA256:../, 'SHA256:--'));
  await expect(connect()).rejects.toMatchObject({ code: 'certificate-changed' });
});

test('a command for one device refuses a pattern that fits several', async () => {
  write(FILE);
  expect((await findTarget(context, 'lob*')).name).toBe('lobby');
  await expect(findTarget(context, 'board-*')).rejects.toMatchObject({
    code: 'which-device',
    message: 'This takes one device, and board-* fits board-1, board-2.',
  });
});
