import { symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleMacros } from '#scripts/build/bundle-macros';
import type { CheckResult } from '#scripts/doctor/check';
import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import { commission } from '#simulator/device/commission';
import type { RunningDevice } from '#simulator/host-device';
import { type Simulator, startSimulator } from '#simulator/main';
import { selfSignedCertificate } from '#simulator/wire/certificate';
import { type Listener, type ListenOptions, listen } from '#simulator/wire/listen';
import { startCommand, type TestRunOptions, temporaryRoot } from '../lib/run-for-test.ts';
import { writeRunning } from '../lib/running.ts';
import doctor from './doctor.ts';

let folder: ReturnType<typeof temporaryRoot>;
beforeAll(() => {
  folder = temporaryRoot();
  for (const name of ['macros', 'contract', 'node_modules', 'package.json']) {
    symlinkSync(join(process.cwd(), name), join(folder.root, name));
  }
});
afterAll(() => folder.remove());

async function run(argv: string[], options: Partial<TestRunOptions> = {}) {
  const command = startCommand(doctor, argv, { root: folder.root, ...options });
  const code = await command.ended;
  return { code, out: command.out, err: command.err };
}

/** The findings of one device, by check. */
async function examine(argv: string[], options: Partial<TestRunOptions> = {}) {
  const { code, out, err } = await run([...argv, '--json'], options);
  const checks = JSON.parse(out || `{"checks": [], "error": ${JSON.stringify(err)}}`).checks as CheckResult[];
  return { code, out, checks: Object.fromEntries(checks.map((result) => [result.check, result])) };
}

async function deployAll(device: SimulatedDevice) {
  for (const { name, source } of await bundleMacros(folder.root)) await device.macros.load(name, source);
}

describe('a simulated device', () => {
  let simulator: Simulator;
  let room1: RunningDevice;
  beforeEach(async () => {
    const devices = [{ name: 'room1' }, { name: 'box', commissioned: false }];
    simulator = await startSimulator({ devices, port: 0, consoleDirectory: '/nowhere' });
    [room1] = simulator.devices as [RunningDevice];
    writeRunning(folder.root, { console: simulator.url, pid: process.pid });
  });
  afterEach(() => simulator.close());

  test('with all in place is all ok, line by line', async () => {
    await deployAll(room1.device);
    const { code, out } = await run(['--host', 'room1']);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/^SIM room1 {2}(✓ [a-zA-Z ]+?) {2,}.*$/, '$1'))).toEqual([
      '✓ address',
      '✓ port',
      '✓ certificate',
      '✓ credentials',
      '✓ role',
      '✓ release',
      '✓ compatibility',
      '✓ macros mode',
      '✓ auto start',
      '✓ web engine',
      '✓ HTTP client',
      '✓ assistant',
      '✓ storage',
      '✓ active macros',
      '✓ deployment',
      '✓ crashes',
      '✓ clock',
      'SIM room1  all ok',
    ]);
    expect(out).toMatch(/release +Board Pro 55, RoomOS \d/);
    expect(out).toMatch(/active macros +3 of 10: assistant-events \d\S+ [0-9a-f]{12}, /);
  });

  test('fresh from the box is named each switch that is off, with what to type', async () => {
    const { code, checks, out } = await examine(['--host', 'box']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ device: 'box', reachable: true, ok: false });
    expect(checks).toMatchObject({
      'macros mode': { state: 'mend', found: 'Off: no macro runs', mend: 'xConfiguration Macros Mode: On' },
      'auto start': { state: 'ok' },
      'web engine': { state: 'mend', mend: 'xConfiguration WebEngine Mode: On' },
      'HTTP client': { state: 'mend', mend: 'xConfiguration HttpClient Mode: On' },
      assistant: { state: 'ok', found: 'On' },
      deployment: { state: 'skipped', found: 'needs macros mode', mend: null },
      crashes: { state: 'skipped', mend: null },
    });
  });

  test('for a person has what to type below what was found', async () => {
    const { out } = await run(['--host', 'box']);
    expect(out).toMatch(
      /SIM box {2}✗ web engine +mend: Off: no page can be shown\nSIM box +→ xConfiguration WebEngine Mode: On\n/,
    );
    expect(out).toMatch(/SIM box {2}- deployment +skipped: needs macros mode\n/);
    expect(out).toMatch(/SIM box {2}3 to mend, 2 skipped\n$/);
    expect(out).not.toContain('\u001b');
    expect((await run(['--host', 'box'], { terminal: true })).out).toContain('\u001b[31m');
  });

  test('is not changed by any of it', async () => {
    const after = room1.device.journal.last;
    await run(['--all']);
    const asked = room1.device.journal.after(after).filter(({ origin }) => origin.startsWith('client:'));
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(({ kind, path }) => kind !== 'get' && !/(Get|Status)$/.test(path))).toEqual([]);
  });

  test('of several each has its report, and one that is to be mended makes 1', async () => {
    await deployAll(room1.device);
    const { code, out } = await run(['--host', '*', '--json']);
    expect(code).toBe(1);
    const reports = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object.fromEntries(reports.map(({ device, ok }) => [device, ok]))).toEqual({
      room1: true,
      box: false,
    });
  });

  test('with every other switch off is told so', async () => {
    for (const path of ['Macros AutoStart', 'UserInterface Assistant Mode']) {
      room1.device.setConfiguration(path.split(' '), 'Off');
    }
    const { checks } = await examine(['--host', 'room1']);
    expect(checks['auto start']).toMatchObject({ mend: 'xConfiguration Macros AutoStart: On' });
    expect(checks.assistant).toMatchObject({ mend: 'xConfiguration UserInterface Assistant Mode: On' });
  });

  test('a wrong password is said, and what needs it is passed over', async () => {
    room1.faults.refuse?.('password');
    const { code, checks } = await examine(['--host', 'room1']);
    expect(code).toBe(1);
    expect(checks.credentials).toMatchObject({
      state: 'mend',
      found: 'username and password are not taken',
      mend: expect.stringContaining('User Passphrase Set Username: "admin"'),
    });
    expect(checks.role).toMatchObject({ state: 'skipped', found: 'needs credentials' });
    expect(checks.clock).toMatchObject({ state: 'skipped' });
  });

  test('a user who is no administrator is told how to become one', async () => {
    const error = { code: -31_999, message: 'Permission denied' } as const;
    room1.device.setAnswer(['Macros', 'Runtime', 'Status'], { error });
    const { checks } = await examine(['--host', 'room1']);
    expect(checks.role).toMatchObject({
      state: 'mend',
      mend: 'as an administrator: xCommand UserManagement User Modify Username: "admin" AddRole: Admin',
    });
    expect(checks.storage).toMatchObject({ state: 'skipped', found: 'needs role' });
    expect(checks.release).toMatchObject({ state: 'ok' });
  });

  test('macros that are missing, old, inactive or silent are named', async () => {
    await deployAll(room1.device);
    const { store } = room1.device.macros;
    const [events, controls, keeper] = store.list();
    store.remove(events?.name ?? '');
    store.deactivate(controls?.name ?? '');
    store.save(keeper?.name ?? '', (keeper?.content ?? '').replaceAll(/[0-9a-f]{64}/g, 'b'.repeat(64)));
    const { checks } = await examine(['--host', 'room1']);
    expect(checks.deployment).toMatchObject({
      state: 'mend',
      found:
        'assistant-events is not there; room-controls is not active; web-view-keeper is another build (bbbbbbbbbbbb)',
      mend: 'npm run deploy:macros -- --host room1',
    });
  });

  test('too many macros, foreign ones among them, and too much text', async () => {
    const { store } = room1.device.macros;
    for (let count = 1; count <= 9; count += 1) {
      store.save(`theirs-${count}`, `// ${'x'.repeat(count * 44_000)}`);
      store.activate(`theirs-${count}`);
    }
    const { checks } = await examine(['--host', 'room1']);
    expect(checks['active macros']).toMatchObject({
      state: 'mend',
      found: expect.stringMatching(/^9 of 10: theirs-1 \(foreign\), .*; no room for assistant-events, /),
      mend: 'xCommand Macros Macro Deactivate Name: "theirs-1"',
    });
    expect(checks.storage).toMatchObject({
      state: 'mend',
      mend: 'xCommand Macros Macro Remove Name: "theirs-9"',
    });
  });

  test('crashes lead to the log', async () => {
    room1.device.setAnswer(['Macros', 'Runtime', 'Status'], { answer: { Crashes: 2, Running: 'True' } });
    const { checks } = await examine(['--host', 'room1']);
    expect(checks.crashes).toMatchObject({
      found: 'the macros had to be stopped 2 times since the device started',
      mend: 'npm run logs -- --host room1 --since start --level error',
    });
  });

  test('macros that were stopped can be started', async () => {
    await room1.device.macros.stop();
    const { checks } = await examine(['--host', 'room1']);
    expect(checks.crashes).toMatchObject({ mend: 'xCommand Macros Runtime Start' });
  });

  test('a clock that is wrong is measured', async () => {
    await room1.device.clock.advance(3_600_000);
    const { checks } = await examine(['--host', 'room1']);
    expect(checks.clock).toMatchObject({
      state: 'mend',
      found: expect.stringMatching(/^3(599|600) s ahead$/),
      mend: 'xConfiguration NetworkServices NTP Mode: Auto',
    });
  });

  test('a name that nobody knows lists those that are known', async () => {
    expect(await run(['--host', 'room9'])).toMatchObject({
      code: 2,
      err: 'There is no device room9. Known in the running simulator: room1, box.\n',
    });
  });
});

describe('the way to a device', () => {
  const env = { ROOMOS_USERNAME: 'admin', ROOMOS_PASSWORD: 'right' };
  const credentials = { username: 'admin', password: 'right' };
  let device: SimulatedDevice;
  let listener: Listener | undefined;
  beforeEach(async () => {
    device = await createDevice({ name: 'room1' });
    commission(device);
  });
  afterEach(async () => {
    await listener?.close();
    listener = undefined;
    device.close();
    writeFileSync(join(folder.root, 'devices.yaml'), 'devices: {}\n');
  });
  const open = async (options: Partial<ListenOptions> = {}) => {
    listener = await listen(device, { ...credentials, ...options });
    return listener.address;
  };
  const list = (address: string, more = '') =>
    writeFileSync(
      join(folder.root, 'devices.yaml'),
      `devices:\n  lab:\n    address: ${address}\n    username: admin\n    password: \${ROOMOS_PASSWORD}\n${more}`,
    );

  test('with a name that does not exist is exit code 2, and all else is passed over', async () => {
    const { code, checks } = await examine(['--host', 'wss://room1.invalid'], { env });
    expect(code).toBe(2);
    expect(checks.address).toMatchObject({ state: 'mend', found: expect.stringContaining('room1.invalid') });
    const others = Object.values(checks).filter(({ check }) => check !== 'address');
    expect(others.length).toBeGreaterThan(10);
    expect(others.every(({ state }) => state === 'skipped')).toBe(true);
  });

  test('with nobody at its end is exit code 2', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port));
    });
    await new Promise((resolve) => taken.close(resolve));
    const { code, checks } = await examine(['--host', `wss://127.0.0.1:${port}`], { env });
    expect(code).toBe(2);
    expect(checks.port).toMatchObject({
      found: `nobody answers at 127.0.0.1, port ${port} (ECONNREFUSED)`,
      mend: expect.stringContaining(`nc -vz 127.0.0.1 ${port}`),
    });
  });

  test('that ends at what speaks no TLS says so', async () => {
    const address = (await open()).replace('ws:', 'wss:');
    const { code, checks } = await examine(['--host', address], { env });
    expect(code).toBe(1);
    expect(checks.certificate).toMatchObject({ state: 'mend', found: expect.stringContaining('no TLS at') });
  });

  test('with a certificate that nobody vouches for says how to trust it', async () => {
    const address = await open({ tls: await selfSignedCertificate('room1') });
    const { code, checks } = await examine(['--host', address], { env });
    expect(code).toBe(1);
    expect(checks.certificate).toMatchObject({
      state: 'mend',
      found: expect.stringMatching(/^cannot be verified \(.*\); expires in 36\d days; SHA256:/),
      mend: expect.stringContaining('pin: true'),
    });
    expect(checks.credentials).toMatchObject({ state: 'skipped' });
  });

  test('with a certificate of a named authority is verified, and says when it expires', async () => {
    const tls = await selfSignedCertificate('room1');
    writeFileSync(join(folder.root, 'lab.pem'), tls.cert);
    list(await open({ tls }), '    ca: lab.pem\n');
    const { checks } = await examine([], { env });
    expect(checks.certificate).toMatchObject({
      state: 'ok',
      found: expect.stringMatching(/^verified; expires in 36\d/),
    });
    expect(checks.credentials).toMatchObject({ state: 'ok', found: 'admin is let in' });
  });

  test('with a pinned certificate is pinned at first, then known, and a change is said', async () => {
    const address = await open({ tls: await selfSignedCertificate('room1') });
    list(address, '    pin: true\n');
    const certificate = async () => (await examine([], { env })).checks.certificate;
    expect(await certificate()).toMatchObject({
      state: 'ok',
      found: expect.stringContaining('first connects'),
    });
    expect(await certificate()).toMatchObject({
      state: 'ok',
      found: expect.stringMatching(/^pinned; expires in/),
    });
    await listener?.close();
    await open({ tls: await selfSignedCertificate('room1'), port: Number(new URL(address).port) });
    expect(await certificate()).toMatchObject({
      state: 'mend',
      found: expect.stringMatching(/^is not the one that was kept, SHA256:/),
      mend: expect.stringMatching(/sed -i 1d .*Otherwise somebody may stand between$/),
    });
  });

  test('that is insecure by choice says so', async () => {
    list(await open({ tls: await selfSignedCertificate('room1') }), '    insecure: true\n');
    const { checks } = await examine([], { env });
    expect(checks.certificate).toMatchObject({
      state: 'ok',
      found: expect.stringMatching(/^not verified, because/),
    });
    expect(checks.credentials).toMatchObject({ state: 'ok' });
  });

  test('to a device without WebSocket has the switch for it', async () => {
    device.setConfiguration(['NetworkServices', 'Websocket'], 'Off');
    const { checks } = await examine(['--host', await open()], { env });
    expect(checks.credentials).toMatchObject({
      state: 'mend',
      mend: 'xConfiguration NetworkServices Websocket: FollowHTTPService',
    });
  });

  test('to a device of another kind: what a macro needs and it lacks, both sides stated', async () => {
    device.close();
    device = await createDevice({ name: 'room1', product: 'Navigator', release: '11.14' });
    commission(device);
    const { checks } = await examine(['--host', await open()], { env });
    expect(checks.release).toMatchObject({ found: expect.stringMatching(/^Navigator, RoomOS 11\.14/) });
    expect(checks.compatibility).toMatchObject({
      state: 'mend',
      found: expect.stringMatching(
        /assistant-events uses Status Audio Volume, which Navigator on RoomOS 11\.14\S* does not have \(.*macros\/lib\/.*; and \d more$/,
      ),
      mend: expect.stringContaining('update the device'),
    });
    expect(checks.assistant).toMatchObject({ state: 'ok', found: 'this product has none' });
  });
});
