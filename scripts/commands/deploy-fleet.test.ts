import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeFleet, type FleetMember, startFleet } from '../deploy/fleet/test-fleet.ts';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import deploy from './deploy.ts';

let folder: ReturnType<typeof temporaryRoot>;
let fleet: FleetMember[];

beforeEach(async () => {
  folder = temporaryRoot();
  for (const name of ['macros', 'contract', 'node_modules', 'package.json']) {
    symlinkSync(join(process.cwd(), name), join(folder.root, name));
  }
  fleet = await startFleet(3);
  const devices = fleet.map(
    ({ target: { name, address } }) => `  ${name}:\n    address: ${address}\n    groups: [floor1]\n`,
  );
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the file names a variable so
  const defaults = 'defaults:\n  username: admin\n  password: ${PASSWORD}\n';
  writeFileSync(join(folder.root, 'devices.yaml'), `${defaults}devices:\n${devices.join('')}`);
  writeFileSync(join(folder.root, '.env'), 'PASSWORD=simulated\n');
});
afterEach(async () => {
  await closeFleet(fleet);
  folder.remove();
});

/** The member of that number, counted from 1 as the names are. */
function room(number: number): FleetMember {
  const member = fleet[number - 1];
  if (!member) throw new Error(`there is no room${number}`);
  return member;
}

const start = (argv: string[], terminal = false) =>
  startCommand(deploy, ['--stay-up', '0', '--retries', '0', ...argv], { root: folder.root, terminal });

async function run(argv: string[], terminal = false) {
  const command = start(argv, terminal);
  const code = await command.ended;
  return { code, out: command.out, err: command.err };
}

const summary = (out: string) =>
  out
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/\d+\.\d s/, 'N s');

describe('on a pipe', () => {
  test('every line names its device, and the last one sums up', async () => {
    const { code, out, err } = await run(['--all']);
    expect([code, err]).toEqual([0, '']);
    const lines = out.trim().split('\n');
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^room[123] {2}\S/);
    expect(summary(out)).toBe('3 devices in N s: 3 deployed; 9 saves, 3 restarts');
    expect(out).not.toContain('\x1b');
  });

  test('a second time: the same devices by group or by pattern, nothing saved, nothing restarted', async () => {
    await run(['--all']);
    for (const flags of [
      ['--group', 'floor1'],
      ['--host', 'room*'],
      ['--host', 'room[123]', '--host', 'room?'],
    ]) {
      const { out } = await run(flags.at(1) === 'room[123]' ? flags.slice(2) : flags);
      expect(summary(out)).toBe('3 devices in N s: 3 unchanged; 0 saves, 0 restarts');
    }
  });

  test('plans come whole, one device after the other', async () => {
    const { code, out } = await run(['--all', '--dry-run']);
    expect(code).toBe(0);
    const devices = out.split('\n').flatMap((line) => /^(room\d) {2}/.exec(line)?.[1] ?? []);
    expect(devices).toEqual([...devices].sort());
    expect(new Set(devices)).toEqual(new Set(['room1', 'room2', 'room3']));
    expect(summary(out)).toBe('3 devices in N s: 3 planned; 0 saves, 0 restarts');
    expect(fleet.flatMap((member) => member.changes())).toEqual([]);
  });

  test('what failed is said on the error output, and the exit code is 1', async () => {
    room(2).wire.faults.refusePassword = true;
    const { code, out, err } = await run(['--all']);
    expect(code).toBe(1);
    expect(err).toBe('room2 does not take this username and password.\n');
    expect(summary(out)).toBe('3 devices in N s: 2 deployed, 1 failed; 6 saves, 2 restarts');
  });

  test('where none could be tried the exit code is 2', async () => {
    for (const { wire } of fleet) wire.faults.refusePassword = true;
    expect(await run(['--all'])).toMatchObject({ code: 2 });
  });

  test('the canary first, and who was not tried is listed', async () => {
    room(1).wire.faults.refusePassword = true;
    const { code, err } = await run(['--all', '--canary', '1']);
    expect(code).toBe(2);
    expect(err.split('\n').slice(1)).toEqual([
      'room2  not tried: the canary room1 failed',
      'room3  not tried: the canary room1 failed',
      '',
    ]);
  });
});

describe('on a terminal', () => {
  test('a table is drawn again and again', async () => {
    const { code, out } = await run(['--all'], true);
    expect(code).toBe(0);
    expect(out).toContain('\x1b[');
    expect(out).toContain('3 of 3 done: 3 deployed');
  });

  test('one device has plain lines', async () => {
    const { out } = await run(['--host', 'room1'], true);
    expect(out).not.toContain('\x1b');
    expect(out).toContain('room1  restart the macros\n');
  });
});

describe('for programs', () => {
  test('--json is one object and nothing else, failures included', async () => {
    room(3).wire.faults.refuseConnections = true;
    const { code, out, err } = await run(['--all', '--json']);
    expect([code, err]).toEqual([1, '']);
    expect(out.trim().split('\n')).toHaveLength(1);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ action: 'deploy', ok: false, counts: { deployed: 2, failed: 1 } });
    expect(report.devices[2]).toMatchObject({
      device: 'room3',
      outcome: 'failed',
      error: { code: 'refused', exitCode: 2 },
    });
    expect(report.error).toEqual(report.devices[2].error);
  });

  test('--report keeps the same in a file, without secrets', async () => {
    await run(['--all', '--report', 'reports/today.json']);
    const text = readFileSync(join(folder.root, 'reports/today.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      saves: 9,
      devices: [{ macros: [{ saved: true }, {}, {}] }, {}, {}],
    });
    expect(text).not.toContain('simulated"');
  });

  test('a report that cannot be written is said before any device is touched', async () => {
    const { code, err } = await run(['--all', '--report', 'macros']);
    expect([code, err]).toEqual([2, expect.stringContaining('The report cannot be written to macros')]);
    expect(fleet.flatMap((member) => member.changes())).toEqual([]);
  });
});

test('Ctrl-C ends what is under way and lists the others as not tried', async () => {
  const command = start(['--all', '--concurrency', '1']);
  const off = room(2).device.journal.onEntry(({ path }) => {
    if (path === 'Macros Macro Save') command.stop();
  });
  expect(await command.ended).toBe(1);
  off();
  expect(summary(command.out)).toMatch(/1 deployed, 1 interrupted, 1 not tried/);
  expect(command.err).toContain('room3  not tried: interrupted');
  expect(await run(['--all'])).toMatchObject({ code: 0 });
});

test('--remove takes our macros off, and --rollback brings them back', async () => {
  await run(['--all']);
  expect(await run(['--all', '--remove'])).toMatchObject({ code: 0 });
  expect(room(1).device.macros.store.active()).toEqual([]);
  expect(await run(['--all', '--rollback'])).toMatchObject({ code: 0 });
  expect(room(1).device.macros.store.active()).toHaveLength(3);
});

describe('what cannot be meant is refused before anything is tried', () => {
  test.each([
    [['--all', '--host', 'room1'], '--all and --host do not go together'],
    [['--all', '--canary', 'one'], 'Expected a whole number'],
    [['--all', '--concurrency', '0'], 'Expected a whole number, 1 or more'],
    [['--group', 'floor9'], 'There is no group floor9'],
    [['--all', '--only', 'party'], 'There is no macro party'],
  ])('%j', async (flags, message) => {
    const { code, err } = await run(flags);
    expect(code).not.toBe(0);
    expect(err).toContain(message);
    expect(fleet.flatMap((member) => member.changes())).toEqual([]);
  });
});

test('--help shows examples', async () => {
  const { out } = await run(['--help']);
  expect(out).toContain('--canary 1');
  expect(out).toContain('Exit code 0');
});
