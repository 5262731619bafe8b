import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestSkill, type TestAnswer, type TestSkill } from '#simulator/assistant/test-skill';
import { type Simulator, startSimulator } from '#simulator/main';
import { startCommand, type TestRunOptions, temporaryRoot } from '../lib/run-for-test.ts';
import { writeRunning } from '../lib/running.ts';
import say from './say.ts';

const LIGHTS = 'ok webex, tell room to turn on the lights';
const action = (name: string, payload: object = {}) => ({ name, type: 'action', payload });
const reply = (text: string) => ({ name: 'reply', type: 'view', payload: { text } });
const ANSWER = {
  directives: [
    reply('Lights on.'),
    action('speak', { text: 'Lights on.' }),
    { name: 'ui-hint', type: 'view', payload: { text: ['blinds up', 'dim'] } },
    action('display-web-view', { url: 'https://example.com/room', title: 'Room' }),
    action('assistant-event', { name: 'room-lights', payload: { on: true } }),
    action('sleep', { delay: 10 }),
  ],
};

let folder: ReturnType<typeof temporaryRoot>;
let simulator: Simulator;
let skill: TestSkill;
let answer: () => TestAnswer;

beforeEach(async () => {
  folder = temporaryRoot();
  answer = () => ANSWER;
  skill = await startTestSkill('room', () => answer());
  simulator = await startSimulator({
    devices: [{ name: 'room1' }, { name: 'room2' }],
    port: 0,
    skills: [skill.entry],
    consoleDirectory: '/nowhere',
  });
  writeRunning(folder.root, { console: simulator.url, pid: process.pid });
});
afterEach(async () => {
  await simulator.close();
  await skill.close();
  folder.remove();
});

async function run(argv: readonly string[], options: Partial<TestRunOptions> = {}) {
  const command = startCommand(say, argv, { root: folder.root, ...options });
  const code = await command.ended;
  return { code, out: command.out, err: command.err };
}

describe('npm run say', () => {
  it('shows the whole turn: what was heard, the skill, directives, effects and times', async () => {
    await simulator.devices[0]?.device.macros.load(
      'assistant-events',
      `import xapi from 'xapi';
       xapi.Event.UserInterface.Assistant.Notification.on(() => {
         console.log('lights');
         xapi.Command.UserInterface.Message.Alert.Display({ Title: 'Room', Text: 'Lights on', Duration: 5 });
         xapi.Command.Audio.Volume.Set({ Level: 900 }).catch(() => {});
       });`,
    );
    const { code, out, err } = await run([LIGHTS]);
    expect(err).toBe('');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    const lineOf = (label: string) => lines.filter((line) => line.startsWith(`  ${label} `));
    expect(lines[0]).toBe(`SIM room1  heard “${LIGHTS}”`);
    expect(lineOf('skill')).toEqual(['  skill             room was told “turn on the lights”']);
    expect(lineOf('reply')).toEqual(['  reply             Lights on.']);
    expect(lineOf('ui-hint')).toEqual(['  ui-hint           blinds up · dim']);
    expect(lineOf('display-web-view')).toEqual(['  display-web-view  Room https://example.com/room']);
    expect(lineOf('assistant-event')).toEqual(['  assistant-event   room-lights {"on":true}']);
    expect(lineOf('sleep')).toEqual(['  sleep             after 10 s']);
    expect(lineOf('assistant-events')).toEqual([
      '  assistant-events  LOG lights',
      expect.stringMatching(
        /Message Alert Display .*Title=Room .*Text="Lights on"|Text="Lights on".*Title=Room/,
      ),
      expect.stringMatching(/Audio Volume Set .*Level=900.* failed: /),
    ]);
    expect(lines.at(-1)).toMatch(/^ {2}time +[\d.]+ ms: hear .*match .*encrypt .*send .*play .*macro /);
    expect(out).not.toContain('\u001b');
  });

  it('joins words, so that quotes are not needed', async () => {
    const { out } = await run(['ok', 'webex,', 'open', 'room']);
    expect(out).toContain('heard “ok webex, open room”');
    expect(out).toContain('room was called by its name');
  });

  it('gives the whole record as one line of JSON', async () => {
    const { code, out } = await run([LIGHTS, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: 1, skill: 'room', response: ANSWER });
    expect(out.match(/\n/g)).toHaveLength(1);
  });

  it('speaks to the device that is named', async () => {
    const { out } = await run([LIGHTS, '--host', 'room2']);
    expect(out).toMatch(/^SIM room2 {2}heard/);
    expect(simulator.devices[1]?.device.screen.current.webView).toMatchObject({ title: 'Room' });
    expect(simulator.devices[0]?.device.screen.current.webView).toBeNull();
  });

  it('finds the console where it is told to', async () => {
    const elsewhere = temporaryRoot();
    const { code } = await run([LIGHTS, '--console', simulator.url], { root: elsewhere.root });
    elsewhere.remove();
    expect(code).toBe(0);
  });

  it('says one line of a pipe after the other', async () => {
    const { code, out } = await run([], { input: `${LIGHTS}\n\nok webex, open room\n` });
    expect(code).toBe(0);
    expect(out.match(/^SIM room1 {2}heard/gm)).toHaveLength(2);
    expect(skill.requests.map(({ text }) => text)).toEqual(['turn on the lights', '']);
  });

  it('on a terminal asks for words until Ctrl-D, in colour', async () => {
    const { code, out } = await run([], { terminal: true, input: `${LIGHTS}\nhello\n` });
    expect(code).toBe(0);
    expect(out).toContain('SIM room1 > ');
    expect(out).toContain('\u001b[1mSIM room1');
    expect(skill.requests).toHaveLength(1);
  });

  it('has no colours where NO_COLOR is set', async () => {
    const { out } = await run([LIGHTS], { terminal: true, env: { NO_COLOR: '1' } });
    expect(out).not.toContain('\u001b');
  });
});

describe('npm run say, when it fails', () => {
  it('exits with 1 after a turn that failed, and says why', async () => {
    answer = () => ({ ...ANSWER, challenge: 'other' });
    const { code, out } = await run([LIGHTS]);
    expect(code).toBe(1);
    expect(out).toContain('  failed            room answered with another challenge\n');
  });

  it('exits with 1 when one of several turns failed, and takes them all', async () => {
    const { code, out } = await run(['--json'], { input: `hello\n${LIGHTS}\n` });
    expect(code).toBe(1);
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records).toMatchObject([{ error: { code: 'not-addressed' } }, { skill: 'room', error: null }]);
  });

  it('shows what a directive failed with', async () => {
    simulator.devices[0]?.device.setConfiguration(['WebEngine', 'Mode'], 'Off');
    expect((await run([LIGHTS])).out).toMatch(/display-web-view .*\n {20}.*WebEngine/);
  });

  it('lets no skill command the terminal', async () => {
    answer = () => ({ directives: [reply('\u001b[2J\u0007gone'), action('sleep')] });
    const { out } = await run([LIGHTS]);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u0007');
    expect(out).toContain('gone');
  });

  it('names the devices there are when the one that is named is not', async () => {
    const { code, err } = await run([LIGHTS, '--host', 'room9']);
    expect(code).toBe(1);
    expect(err).toBe('There is no simulated device room9. Known: room1, room2.\n');
  });

  it('names the command that starts a simulator when none runs', async () => {
    const elsewhere = temporaryRoot();
    const none = await run([LIGHTS], { root: elsewhere.root });
    expect(none).toMatchObject({
      code: 1,
      out: '',
      err: 'No simulator is running. Start one with: npm start\n',
    });
    const gone = await run([LIGHTS, '--console', 'http://127.0.0.1:1'], { root: elsewhere.root });
    expect(gone.err).toBe('No simulator answers at http://127.0.0.1:1. Start one with: npm start\n');
    elsewhere.remove();
  });

  it('says so when something else answers there', async () => {
    const { code, err } = await run([LIGHTS, '--console', skill.entry.registration.url]);
    expect(code).toBe(1);
    expect(err).toMatch(/^What answers at http.* is no simulator \(status 400\)\.\n$/);
  });

  it('passes on what the simulator refuses', async () => {
    const { code, out } = await run(['a'.repeat(5000), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'bad-request', message: expect.stringContaining('4096') },
    });
  });
});
