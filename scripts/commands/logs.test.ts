import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { bundleMacros } from '#scripts/build/bundle-macros';
import { type MacroProject, macroProject } from '#scripts/logs/test-project';
import type { RunningDevice } from '#simulator/host-device';
import { type Simulator, startSimulator } from '#simulator/main';
import { startCommand, type TestRunOptions } from '../lib/run-for-test.ts';
import { writeRunning } from '../lib/running.ts';
import logs from './logs.ts';

const BELL = `import { startMacro } from '../lib/start.ts';
import xapi from 'xapi';
startMacro();
xapi.Event.Message.Send.on(({ Text }) => {
  if (Text === 'fail') throw new Error('no bell');
  console.warn('heard', Text);
});
`;
const START = "export const startMacro = () => console.log('ready', MACRO_NAME, MACRO_HASH);\n";

let project: MacroProject;
let simulator: Simulator;
let room1: RunningDevice;
let room2: RunningDevice;
beforeEach(async () => {
  project = macroProject({ doorbell: BELL });
  project.write('lib/start.ts', START);
  const devices = [{ name: 'room1' }, { name: 'room2' }];
  simulator = await startSimulator({ devices, port: 0, consoleDirectory: '/nowhere' });
  [room1, room2] = simulator.devices as [RunningDevice, RunningDevice];
  for (const { device } of simulator.devices) {
    await device.settled();
    device.macros.log.clear();
  }
  writeRunning(project.root, { console: simulator.url, pid: process.pid });
});
afterEach(async () => {
  await simulator.close();
  project.remove();
});

function start(argv: string[], options: Partial<TestRunOptions> = {}) {
  const command = startCommand(logs, argv, { root: project.root, ...options });
  onTestFinished(async () => {
    command.stop();
    await command.ended;
  });
  return command;
}
async function run(argv: string[], options: Partial<TestRunOptions> = {}) {
  const command = start(argv, options);
  const code = await command.ended;
  return { code, out: command.out, err: command.err };
}

/** Follows a log until the test is over; resolves when the command has read what is there. */
async function follow(argv: string[], to = [room1]) {
  for (const { device } of to)
    device.macros.log.add('ERROR', '[system]', `Starting macros for ${device.name}`);
  const command = start([
    ...to.flatMap(({ device }) => ['--host', device.name]),
    '--since',
    'start',
    ...argv,
  ]);
  for (const { device } of to) await command.printed(`Starting macros for ${device.name}`);
  return command;
}

/** Builds the macro and lets it run, as a deployment does. */
async function deployBell(to = room1) {
  const [bell] = await bundleMacros(project.root);
  if (!bell) throw new Error('nothing was built');
  await to.device.macros.load(bell.name, bell.source);
}
async function send(Text: string, to = room1) {
  to.device.raise(['Message', 'Send'], { Text });
  await to.device.settled();
}
const log = (
  message: string,
  level: 'LOG' | 'WARN' | 'ERROR' | 'DEBUG' = 'LOG',
  macro = 'bell',
  to = room1,
) => to.device.macros.log.add(level, macro, message);

describe('what is there', () => {
  test('is printed from the start, each line with device, time, level and macro', async () => {
    log('one');
    log('two', 'WARN');
    const { code, out, err } = await run(['--host', 'room1', '--no-follow']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^SIM room1 {2}\d{4}-\d\d-\d\dT[\d:.]+Z {2}LOG {4}bell {2}one\nSIM room1 {2}\S+ {2}WARN {3}bell {2}two\n$/,
    );
  });

  test('is filtered by macro, by level and above, and by words', async () => {
    log('ding', 'DEBUG');
    log('Dong', 'WARN');
    log('dong', 'ERROR', 'other');
    const messages = async (...argv: string[]) =>
      (await run(['--host', 'room1', '--no-follow', '--json', ...argv])).out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).message);
    expect(await messages()).toEqual(['ding', 'Dong', 'dong']);
    expect(await messages('--macro', 'bell')).toEqual(['ding', 'Dong']);
    expect(await messages('--macro', 'bell', '--macro', 'other')).toHaveLength(3);
    expect(await messages('--level', 'warn')).toEqual(['Dong', 'dong']);
    expect(await messages('--level', 'error')).toEqual(['dong']);
    expect(await messages('--text', 'DONG')).toEqual(['Dong', 'dong']);
    expect(await messages('--text', 'dong', '--macro', 'bell', '--level', 'warn')).toEqual(['Dong']);
  });

  test('goes back as far as --since says, by the clock of the device', async () => {
    log('an hour ago');
    const before = new Date(room1.device.clock.now() + 1000).toISOString();
    await room1.device.clock.advance(3_600_000);
    log('now');
    const since = async (when: string) =>
      (await run(['--host', 'room1', '--no-follow', '--since', when])).out.match(/an hour ago|now/g);
    expect(await since('10m')).toEqual(['now']);
    expect(await since('2h')).toEqual(['an hour ago', 'now']);
    expect(await since(before)).toEqual(['now']);
    expect(await since('start')).toEqual(['an hour ago', 'now']);
  });

  test('commands no terminal and shows no token, in any line of a message', async () => {
    log('\u001b[2Jgone\nat two: eyJhbGci.eyJzdWIi.Gh7w4F\n');
    const { out } = await run(['--host', 'room1', '--no-follow']);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('eyJ');
    const [first = '', second = ''] = out.split('\n');
    expect(second).toBe(`${' '.repeat(first.indexOf(' [2Jgone'))}at two: …`);
  });

  test('is not cut on a pipe, and has colours on a terminal only', async () => {
    log(`${'long '.repeat(1000)}end`, 'ERROR');
    const { out } = await run(['--host', 'room1', '--no-follow']);
    expect(out.split('\n')).toHaveLength(2);
    expect(out).toContain('long end\n');
    expect(out).not.toContain('\u001b');
    const terminal = await run(['--host', 'room1', '--no-follow'], { terminal: true });
    expect(terminal.out).toContain('\u001b[31m');
    const plain = await run(['--host', 'room1', '--no-follow'], { terminal: true, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
  });
});

describe('places', () => {
  test('of an error that a macro throws are those of its TypeScript', async () => {
    await deployBell();
    await send('fail');
    const { out } = await run(['--host', 'room1', '--no-follow', '--json', '--text', 'no bell']);
    const line = JSON.parse(out.trim().split('\n').at(-1) ?? '');
    expect(line).toMatchObject({
      host: 'room1',
      level: 'ERROR',
      macro: 'doorbell',
      message: 'Error: no bell (macros/doorbell/index.ts:5:34)',
      place: 'macros/doorbell/index.ts:5:34',
    });
    expect(Number.isNaN(Date.parse(line.time))).toBe(false);
  });

  test('of a macro that fails before it is ready are found by its saved source', async () => {
    project.write('doorbell/index.ts', "const who = 'nobody';\n\nthrow new Error(who);\n");
    await deployBell();
    const { out } = await run(['--host', 'room1', '--no-follow', '--level', 'error']);
    expect(out).toContain('Error: nobody (macros/doorbell/index.ts:3:11)');
  });

  test('of a build that is not here stay, which is said once', async () => {
    await deployBell();
    await send('fail');
    await send('fail');
    project.write('doorbell/index.ts', `${BELL}console.log('more');\n`);
    await bundleMacros(project.root);
    const { out } = await run(['--host', 'room1', '--no-follow']);
    expect(out.match(/Error: no bell \(doorbell:\d+:\d+\)/g)).toHaveLength(2);
    expect(out.match(/not in dist\/macros/g)).toHaveLength(1);
    expect(out).toContain('npm run deploy:macros -- --host room1\n');
  });

  test('of an older run are not mapped with the build of a newer one', async () => {
    await deployBell();
    await send('fail');
    project.write('doorbell/index.ts', `${BELL}console.log('more');\n`);
    await deployBell();
    await send('fail');
    const { out } = await run(['--host', 'room1', '--no-follow', '--text', 'no bell']);
    expect(out.match(/Error: no bell \(.*\)/g)).toEqual([
      expect.stringMatching(/\(doorbell:\d+:\d+\)$/),
      'Error: no bell (macros/doorbell/index.ts:5:34)',
    ]);
  });
});

/** Resolves when a client has asked for the log: what is logged from then on is live. */
async function asked({ device }: RunningDevice): Promise<void> {
  const isAsked = () => device.journal.after(0).some(({ path }) => path === 'Macros Log Get');
  while (!isAsked()) await new Promise<void>((resolve) => device.journal.onEntry(() => resolve()));
}

describe('live', () => {
  test('shows what comes, without what was there, until Ctrl-C ends it with 0', async () => {
    await deployBell();
    const command = start(['--host', 'room1']);
    await asked(room1);
    await send('ding');
    await command.printed('heard ding');
    expect(command.out).not.toContain('ready');
    command.stop();
    expect(await command.ended).toBe(0);
  });

  test('shows what was there first, and each line once', async () => {
    log('past');
    const command = start(['--host', 'room1', '--since', 'start']);
    await command.printed('past');
    log('present');
    await command.printed('present');
    expect(command.out.match(/past|present/g)).toEqual(['past', 'present']);
  });

  test('shows the restarts of the runtime whatever the filter', async () => {
    await deployBell();
    const command = await follow(['--macro', 'doorbell', '--level', 'warn', '--text', 'ding']);
    await room1.device.macros.restart();
    await send('ding');
    await command.printed('heard ding');
    expect(command.out.match(/Starting macros|heard ding|Runtime stopped|ready/g)).toEqual([
      'Starting macros',
      'Starting macros',
      'Starting macros',
      'heard ding',
    ]);
  });

  test('comes again after a connection that was lost, with what was said meanwhile', async () => {
    const command = await follow([]);
    room1.faults.refuse?.('connections');
    room1.faults.drop?.(true);
    await command.printed('… the connection was lost; trying again');
    log('meanwhile');
    room1.faults.refuse?.('nothing');
    await command.printed('meanwhile');
    expect(command.out).toMatch(
      /SIM room1 {2}… \d+ s without a connection; no line is missing\nSIM room1 .*meanwhile/,
    );
  });

  test('says how many lines are missing where the log does not go back so far', async () => {
    const command = await follow(['--json']);
    room1.faults.refuse?.('connections');
    room1.faults.drop?.(true);
    await command.printed('trying again');
    for (let count = 0; count < 2010; count += 1) log(`line ${count}`);
    room1.faults.refuse?.('nothing');
    await command.printed('line 2009');
    const gaps = command.out.split('\n').filter((line) => line.includes('"gap"'));
    expect(gaps.map((line) => JSON.parse(line))).toEqual([
      { host: 'room1', gap: { seconds: expect.any(Number), missing: 10 } },
    ]);
  });

  test('goes on when the device restarts', async () => {
    await deployBell();
    const command = start(['--host', 'room1', '--since', 'start']);
    await command.printed('ready doorbell');
    room1.device.restart();
    await command.printed('without a connection; no line is missing');
    await command.printed('Runtime stopped!');
    await room1.device.settled();
    log('after the restart');
    await command.printed('after the restart');
    expect(command.out.match(/ready doorbell/g)).toHaveLength(2);
  });

  test('of several devices is told apart', async () => {
    await deployBell(room1);
    await deployBell(room2);
    const command = await follow(['--macro', 'doorbell', '--text', 'heard'], [room1, room2]);
    for (const [text, to] of [
      ['a', room1],
      ['b', room2],
      ['c', room1],
    ] as const) {
      await send(text, to);
      await command.printed(`heard ${text}`);
    }
    expect(command.out.match(/room\d|heard \w/g)?.join(' ')).toContain(
      'room1 heard a room2 heard b room1 heard c',
    );
  });
});

describe('what fails', () => {
  test('a wrong password is exit code 2', async () => {
    room1.faults.refuse?.('password');
    expect(await run(['--host', 'room1'])).toEqual({
      code: 2,
      out: '',
      err: 'SIM room1 does not take this username and password.\n',
    });
  });

  test('one device of several does not keep the others from being shown', async () => {
    room1.faults.refuse?.('password');
    log('here', 'LOG', 'bell', room2);
    const { code, out, err } = await run(['--host', 'room1', '--host', 'room2', '--no-follow']);
    expect([code, err]).toEqual([1, 'SIM room1 does not take this username and password.\n']);
    expect(out).toMatch(/^SIM room2 .*here\n$/);
  });

  test('all of several are exit code 2, in JSON too', async () => {
    for (const { faults } of [room1, room2]) faults.refuse?.('password');
    const { code, out } = await run(['--host', 'room1', '--host', 'room2', '--json']);
    expect(code).toBe(2);
    for (const line of out.trim().split('\n')) {
      expect(JSON.parse(line)).toMatchObject({ error: { code: 'bad-credentials' } });
    }
  });

  test('a password that stops being right ends it, with the reason', async () => {
    const command = await follow([]);
    room1.faults.refuse?.('password');
    room1.faults.drop?.(true);
    expect(await command.ended).toBe(1);
    expect(command.err).toBe('SIM room1 does not take this username and password.\n');
  });

  test('a time that is none says what is expected', async () => {
    const { code, err } = await run(['--host', 'room1', '--since', 'yesterday']);
    expect([code, err]).toEqual([2, expect.stringContaining('--since yesterday: expected')]);
  });
});
