import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Child, startChild } from '#scripts/bench/child';
import type { TurnRecord } from '#simulator/assistant/turn-record';
import { RoomConsole } from './room-console.fixture.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

let start: Child;
let room: RoomConsole;

beforeAll(async () => {
  start = await startChild(root, ['npm', 'start', '--silent', '--', '--port', '0', '--json']);
  room = await RoomConsole.open(String(start.ready.console));
}, 180_000);

afterAll(async () => {
  await room?.close();
  expect(await start?.end()).toBe(0);
});

const showDashboard = async () => {
  await room.say('ok webex, ask room to show the dashboard');
  await room.waitForWebView('visible');
};

describe('what a person does after npm start', () => {
  test('the ready line names console, server and device', () => {
    expect(start.ready).toMatchObject({ ready: true, devices: ['room1'] });
    expect(String(start.ready.console)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(String(start.ready.server)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('tells switch to turn on: reply, spoken text, and the alert that the macro shows', async () => {
    await room.say('ok webex, tell switch to turn on');
    await room.page.getByRole('alert').getByText('Ok, turning lights on.').waitFor();
    const { alert, assistant } = await room.screen();
    expect(alert).toEqual({ title: 'Switch', text: 'Ok, turning lights on.' });
    expect(assistant).toMatchObject({ reply: 'Ok, turning lights on.', spoken: ['Ok, turning lights on.'] });
  });

  test('asks for the dashboard: a live page with everything of the room', async () => {
    await room.setStatus('RoomAnalytics PeopleCount Current', 4);
    await showDashboard();
    for (const label of ['Lights', 'Blinds', 'Temperature', 'People', 'Volume']) {
      await room.webView.getByText(label, { exact: true }).waitFor();
    }
    await room.webView.getByRole('heading', { name: 'room1' }).waitFor();
    await room.webView.getByText('4', { exact: true }).waitFor();
    await room.webView.getByText('ok webex, tell room to close it').waitFor();
  });

  test('turns the lights on and off: the page follows without being loaded again', async () => {
    const lights = room.webView.locator('.tile.lights');
    await room.say('ok webex, tell room to turn on the lights');
    await lights.getByText('On', { exact: true }).waitFor();
    await room.webView.locator('html').evaluate((html) => html.setAttribute('data-same-page', 'yes'));
    await room.say('ok webex, tell room to turn off the lights');
    await lights.getByText('Off', { exact: true }).waitFor();
    expect(await room.webView.locator('html').getAttribute('data-same-page')).toBe('yes');
  });

  test('the panel on the Navigator is in step with what was said, and the page with the panel', async () => {
    await room.page.getByRole('button', { name: 'Room', exact: true }).click();
    const lights = room.page.getByRole('switch', { name: 'Lights' });
    expect(await lights.getAttribute('aria-checked')).toBe('false');
    await lights.click();
    await room.webView.locator('.tile.lights').getByText('On', { exact: true }).waitFor();
    await room.page.getByRole('button', { name: 'Close Room' }).click();
  });

  test('tells room to close it: the page is gone', async () => {
    await room.say('ok webex, tell room to close it');
    await room.waitForWebView('detached');
    expect((await room.screen()).webView).toBeNull();
  });
});

describe("on the device's own clock", () => {
  /** From the first call on, the device's time moves only by `advance`. */
  beforeAll(() => room.advance(0));

  test('the bubble sleeps after the delay that the skill named', async () => {
    await room.say('ok webex, tell switch to turn off');
    await room.page.getByRole('status', { name: 'Assistant' }).getByText('Ok, turning lights off.').waitFor();
    await room.advance(9_999);
    expect((await room.screen()).assistant).not.toBeNull();
    await room.advance(1);
    await room.page.getByRole('status', { name: 'Assistant' }).waitFor({ state: 'detached' });
  });
});

describe('a page that nobody dismisses', () => {
  test('is closed by the device when its time is over, not before', async () => {
    await showDashboard();
    await room.advance(119_000);
    expect((await room.screen()).webView).not.toBeNull();
    await room.advance(1_000);
    await room.waitForWebView('detached');
  });

  test('goes when the room has been empty for a while', async () => {
    await room.setStatus('RoomAnalytics PeoplePresence', 'Yes');
    await showDashboard();
    await room.setStatus('RoomAnalytics PeopleCount Current', 0);
    await room.setStatus('RoomAnalytics PeoplePresence', 'No');
    await room.advance(60_000);
    await room.waitForWebView('detached');
  });

  test('goes when the device goes to standby', async () => {
    await showDashboard();
    await room.control('POST', 'commands', { path: 'Standby Activate' });
    await room.waitForWebView('detached');
    await room.control('POST', 'commands', { path: 'Standby Deactivate' });
  });

  test('goes by one button on the Navigator', async () => {
    await showDashboard();
    await room.page.getByRole('button', { name: 'Close page' }).click();
    await room.waitForWebView('detached');
    await room.page.getByRole('button', { name: 'Close page' }).waitFor({ state: 'detached' });
  });
});

describe('the same from the command line', () => {
  const say = async (text: string) => {
    const args = ['run', '--silent', 'say', '--', '--console', String(start.ready.console), '--json', text];
    const { stdout } = await promisify(execFile)('npm', args, { cwd: root });
    return JSON.parse(stdout) as TurnRecord;
  };
  const commandsOf = ({ effects }: TurnRecord) =>
    effects.filter(({ kind }) => kind === 'command').map(({ path }) => path);

  test('the switch, the dashboard, the lights, and away with it', async () => {
    expect(commandsOf(await say('ok webex, tell switch to turn on'))).toContain(
      'UserInterface Message Alert Display',
    );
    expect(commandsOf(await say('ok webex, ask room to show the dashboard'))).toContain(
      'UserInterface WebView Display',
    );
    await room.waitForWebView('visible');
    expect(commandsOf(await say('ok webex, tell room to turn off the lights'))).toContain(
      'UserInterface Extensions Widget SetValue',
    );
    await room.webView.locator('.tile.lights').getByText('Off', { exact: true }).waitFor();
    expect(commandsOf(await say('ok webex, tell room to close it'))).toContain('UserInterface WebView Clear');
    await room.waitForWebView('detached');
  });
});

test('the browser had nothing to complain of', () => {
  expect(room.complaints).toEqual([]);
});
