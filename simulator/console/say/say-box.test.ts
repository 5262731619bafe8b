import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleTests, type OpenConsole, startConsoleTests } from '../fixtures/console-tests.ts';

let tests: ConsoleTests;
let opened: OpenConsole;
beforeAll(async () => {
  tests = await startConsoleTests();
});
afterEach(async () => {
  expect(opened.faults).toEqual([]);
  await opened.close();
});
afterAll(() => tests.close());

const field = () => opened.page.getByLabel('Say something to the device');
const board = () => opened.page.getByLabel('The device’s screen');
const heard = () => opened.room1.turns.map(({ text }) => text);

describe('what a person says', () => {
  it('is heard by the device, whose reply, alert and timeline appear', async () => {
    opened = await tests.open();
    await field().fill('  ok webex, tell switch to turn on ');
    await field().press('Enter');
    await board().getByText('“ok webex, tell switch to turn on”').waitFor();
    await board().getByRole('alert').getByText('Switch', { exact: true }).waitFor();
    await opened.page.getByLabel('Turn', { exact: true }).getByText('Skill switch').waitFor();
    expect(heard()).toEqual(['ok webex, tell switch to turn on']);
    expect(await field().inputValue()).toBe('');
  });

  it('opens the real page over the whole screen', async () => {
    opened = await tests.open();
    await opened.page.getByRole('button', { name: 'ok webex, ask room to show the dashboard' }).click();
    const frame = opened.page.frameLocator('iframe[title="Dashboard"]');
    await frame.getByRole('heading', { name: 'Dashboard' }).waitFor();
    const inside = await opened.page.frames()[1]?.evaluate(() => [innerWidth, innerHeight]);
    expect(inside).toEqual([1920, 1080]);
  });

  it('can be a hint of the Assistant', async () => {
    opened = await tests.open();
    opened.room1.say('ok webex, ask room to show the dashboard');
    await board().getByText('Listening').waitFor();
    await board().getByRole('button', { name: 'Close it' }).click();
    await opened.page.locator('iframe').waitFor({ state: 'detached' });
    expect(heard()).toEqual(['ok webex, ask room to show the dashboard', 'Close it']);
  });

  it('comes back with the arrow keys, also after a reload', async () => {
    opened = await tests.open();
    for (const sentence of ['first', 'second']) {
      await field().fill(sentence);
      await field().press('Enter');
    }
    await opened.page.reload();
    await field().press('ArrowUp');
    await field().press('ArrowUp');
    expect(await field().inputValue()).toBe('first');
    await field().press('ArrowDown');
    await field().press('ArrowDown');
    expect(await field().inputValue()).toBe('');
  });

  it('is typed after the slash key from anywhere, without the slash', async () => {
    opened = await tests.open();
    await opened.page.keyboard.press('/');
    await opened.page.keyboard.type('hello');
    expect(await field().inputValue()).toBe('hello');
  });
});

describe('the voice', () => {
  const keepSpoken = () => {
    const spoken: string[] = [];
    Object.assign(globalThis, { spoken });
    speechSynthesis.speak = ({ text }) => void spoken.push(text);
  };
  const spoken = () => opened.page.evaluate(() => Reflect.get(globalThis, 'spoken'));

  it('is silent until it is switched on, then says what the Assistant says, once', async () => {
    opened = await tests.open({ before: keepSpoken });
    opened.room1.say('ok webex, tell switch to turn on');
    await board().getByText('Switch', { exact: true }).waitFor();
    await opened.page.getByRole('button', { name: 'Switch the sound on' }).click();
    expect(await spoken()).toEqual([]);
    opened.room1.show({ assistant: null });
    await board().getByText('Say “OK Webex”').waitFor();
    opened.room1.say('ok webex, ask room to show the dashboard');
    await board().getByText('Listening').waitFor();
    expect(await spoken()).toEqual(['Here is the room.']);
  });

  it('is heard where the browser can listen', async () => {
    opened = await tests.open({
      before: () => {
        class Recognition {
          onresult: ((event: unknown) => void) | null = null;
          onend: (() => void) | null = null;
          start() {
            const part = Object.assign([{ transcript: 'ok webex, tell switch to turn on' }], {
              isFinal: true,
            });
            this.onresult?.({ results: [part] });
            this.onend?.();
          }
        }
        Object.assign(globalThis, { SpeechRecognition: Recognition });
      },
    });
    await opened.page.getByRole('button', { name: 'Speak' }).click();
    await board().getByText('The switch is on.').first().waitFor();
    expect(heard()).toEqual(['ok webex, tell switch to turn on']);
  });

  it('has no microphone where the browser cannot listen', async () => {
    opened = await tests.open({
      before: () =>
        Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined }),
    });
    expect(await opened.page.getByRole('button', { name: 'Speak' }).count()).toBe(0);
  });
});
