import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { testDevice } from '#simulator/device/test-device';
import { listenCloud } from '#simulator/wire/cloud/listen-cloud';
import { listen } from '#simulator/wire/listen';
import { listenSsh } from '#simulator/wire/ssh/listen-ssh';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import types from './types.ts';

const FOLDER = 'macros/types/xapi/generated';
const CREDENTIALS = { username: 'admin', password: 'secret-of-the-test' };
let folder: ReturnType<typeof temporaryRoot>;
beforeEach(() => {
  folder = temporaryRoot();
});
afterEach(() => folder.remove());

const file = (name: string) => join(folder.root, FOLDER, name);
/** What is written, without the line that says where it comes from. */
const bodies = () => readdirSync(join(folder.root, FOLDER)).map((name) => read(name).replace(/^.*\n/, ''));
const read = (name: string) => readFileSync(file(name), 'utf8');

async function run(...argv: string[]) {
  const env = {
    ROOMOS_USERNAME: CREDENTIALS.username,
    ROOMOS_PASSWORD: CREDENTIALS.password,
    ROOMOS_TOKEN: 'a-token',
  };
  const command = startCommand(types, argv, { root: folder.root, env });
  return { code: await command.ended, out: command.out, err: command.err };
}

describe('what is checked in', () => {
  beforeEach(() => {
    mkdirSync(join(folder.root, 'macros/types/xapi'), { recursive: true });
    cpSync(FOLDER, join(folder.root, FOLDER), { recursive: true });
  });

  test('is up to date', async () => {
    expect(await run('--check')).toEqual({ code: 0, out: `${FOLDER} is up to date.\n`, err: '' });
  });

  test('once stale is told with the command that mends it, and mended by that', async () => {
    const fresh = read('events.d.ts');
    writeFileSync(file('events.d.ts'), '// old');
    expect(await run('--check')).toEqual({
      code: 1,
      out: '',
      err: 'events.d.ts: out of date. Type: npm run types\n',
    });
    expect(read('events.d.ts')).toBe('// old');
    expect(await run()).toMatchObject({ code: 0, out: 'Wrote events.d.ts.\n' });
    expect(read('events.d.ts')).toBe(fresh);
  });

  test('stays narrow when it was narrowed', async () => {
    const narrow = ['--product', 'Navigator', '--release', '26.4'];
    expect(await run(...narrow)).toMatchObject({ code: 0 });
    expect(await run(...narrow, '--check')).toMatchObject({ code: 0 });
    expect((await run('--product', 'Desk Pro', '--check')).err).toMatch(
      /Type: npm run types -- --product "Desk Pro"\n$/,
    );
  });
});

test('types of one product name it and leave out the others', async () => {
  expect(await run('--product', 'Navigator', '--release', '26.4')).toMatchObject({ code: 0 });
  expect(read('commands.d.ts')).toMatch(/^\/\/ Generated .* for Navigator, RoomOS 26\.4\. Do not edit\./);
  expect(read('commands.d.ts')).not.toContain('Dial(');
});

describe('of a device', () => {
  const wired = async () => {
    const { device } = testDevice({ product: 'Desk Pro', release: '26.4' });
    const wire = await listen(device, CREDENTIALS);
    onTestFinished(() => wire.close());
    return { device, address: wire.address };
  };

  test('its own schema is read over the wire', async () => {
    const { address } = await wired();
    const { code, out, err } = await run('--host', address);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('Wrote commands.d.ts, configurations.d.ts, events.d.ts, statuses.d.ts, values.d.ts.\n');
    expect(read('commands.d.ts')).toContain(`from the schema of ${new URL(address).host}.`);
    expect(read('commands.d.ts')).toContain('Dial(params');
    expect(await run('--host', address, '--check')).toMatchObject({ code: 0 });
  });

  test('a saved schema gives the same types', async () => {
    const { device, address } = await wired();
    const schema = Object.fromEntries(
      ['Command', 'Configuration', 'Event', 'Status'].map((root) => [root, device.schema([root])]),
    );
    writeFileSync(join(folder.root, 'desk.json'), JSON.stringify(schema));
    const bodies = () =>
      readdirSync(join(folder.root, FOLDER)).map((name) => read(name).replace(/^.*\n/, ''));
    await run('--host', address);
    const own = bodies();
    expect(await run('--schema', 'desk.json')).toMatchObject({ code: 0 });
    expect(bodies()).toEqual(own);
    expect(read('values.d.ts')).toContain('from desk.json.');
  });

  test('its own schema is read over SSH, too', async () => {
    const { device, address } = await wired();
    const shell = await listenSsh(device, CREDENTIALS);
    onTestFinished(() => shell.close());
    const board = `{ address: ${shell.address}, username: admin, password: "\${ROOMOS_PASSWORD}", insecure: true }`;
    writeFileSync(join(folder.root, 'devices.yaml'), `devices:\n  board: ${board}\n`);
    expect((await run('--host', 'board')).err).toContain('Not verified');
    const overShell = bodies();
    await run('--host', address);
    expect(bodies()).toEqual(overShell);
  });

  test('by way of the cloud there is no schema', async () => {
    const { device } = testDevice();
    const cloud = await listenCloud({ devices: [{ id: 'board', device }], token: 'a-token' });
    onTestFinished(() => cloud.close());
    const { code, err } = await run('--host', `cloud:${cloud.address}/board`);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('does not give out the schema') });
    expect(existsSync(join(folder.root, FOLDER))).toBe(false);
  });

  test('that refuses us, nothing is written', async () => {
    const { address } = await wired();
    const command = startCommand(types, ['--host', address], {
      root: folder.root,
      env: { ROOMOS_USERNAME: 'admin', ROOMOS_PASSWORD: 'wrong' },
    });
    expect(await command.ended).not.toBe(0);
    expect(command.err).toContain(new URL(address).host);
    expect(existsSync(join(folder.root, FOLDER))).toBe(false);
  });
});

test.each([
  [['--schema', 'nowhere.json'], 2, 'nowhere.json cannot be read.'],
  [['--schema', 'text.json'], 2, 'text.json is no JSON.'],
  [['--schema', 'wrong.json'], 1, 'This is no schema of a device: the file:'],
  [['--product', 'Toaster'], 2, 'no product is called "Toaster"'],
  [['--host', 'room1', '--release', '26.4'], 2, 'only one can be given'],
])('%j ends with %i and says why', async (argv, code, message) => {
  writeFileSync(join(folder.root, 'text.json'), '{');
  writeFileSync(join(folder.root, 'wrong.json'), '{}');
  const result = await run(...argv);
  expect(result).toMatchObject({ code });
  expect(result.err).toContain(message);
  expect(existsSync(join(folder.root, FOLDER))).toBe(false);
});
