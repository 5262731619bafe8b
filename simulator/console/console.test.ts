import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleTests, type OpenConsole, startConsoleTests } from './fixtures/console-tests.ts';

let tests: ConsoleTests;
let opened: OpenConsole;
beforeAll(async () => {
  tests = await startConsoleTests();
});
afterEach(() => opened.close());
afterAll(() => tests.close());

const TABS = ['Timeline', 'Macros', 'Sensors', 'Calls'];

/** Everything that can be on the page at once, so that all of it is looked at. */
function fill({ room1 }: OpenConsole): void {
  room1.say('ok webex, tell switch to turn on');
  room1.say('ok webex, ask room to show the dashboard');
  room1.show({
    openPanel: { panelId: 'room-controls', pageId: 'room' },
    prompt: { feedbackId: 'x', title: 'Leaving?', text: 'Now?', options: ['Yes', 'No'] },
  });
}

describe('the simulator goes away and comes back', () => {
  it('and the page says so, then shows what is there now', async () => {
    opened = await tests.open();
    opened.room1.show({ alert: { title: 'Before', text: 'the restart' } });
    await opened.page.getByText('the restart').waitFor();
    await opened.stopSimulator();
    await opened.page.getByText('does not answer. This page reconnects by itself.').waitFor();
    await opened.page.getByText('Reconnecting', { exact: true }).waitFor();
    const room1 = await opened.startSimulator();
    await opened.page.getByText('Live', { exact: true }).waitFor();
    expect(await opened.page.getByText('the restart').count()).toBe(0);
    room1.show({ alert: { title: 'After', text: 'it lives' } });
    await opened.page.getByText('it lives').waitFor();
  });
});

describe('several devices', () => {
  it('are looked at one at a time, each with its own screen and turns', async () => {
    opened = await tests.open();
    opened.room1.say('ok webex, tell switch to turn on');
    await opened.page.getByText('Skill switch').waitFor();
    await opened.page.getByLabel('Device', { exact: true }).first().selectOption('room2');
    await opened.page.getByText('Say something, and see here how it travels').waitFor();
    await opened.page.getByText('ws://127.0.0.1:8080/room2').waitFor();
    opened.devices.get('room2')?.show({ textLine: { text: 'Second room' } });
    await opened.page.getByText('Second room').waitFor();
  });

  it('are named by the page’s address', async () => {
    opened = await tests.open();
    await opened.page.goto(`${opened.page.url()}?device=room2`);
    await opened.page.getByText('ws://127.0.0.1:8080/room2').waitFor();
  });
});

describe('the page', () => {
  it('lives under its policy without an error, with everything on it', async () => {
    opened = await tests.open();
    fill(opened);
    for (const name of TABS) await opened.page.getByRole('tab', { name }).click();
    await opened.page.frameLocator('iframe').getByRole('heading').waitFor();
    expect(opened.faults).toEqual([]);
  });

  it.each(TABS)('names all that can be used, with %s before it', async (name) => {
    opened = await tests.open();
    fill(opened);
    await opened.page.getByRole('tab', { name }).click();
    await opened.page.locator('iframe').waitFor();
    const nameless = await opened.page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, iframe, section, nav, [role=dialog]')]
        .filter((element) => {
          const label = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '';
          return `${label}${element.textContent}`.trim() === '';
        })
        .map((element) => element.outerHTML),
    );
    expect(nameless).toEqual([]);
    const ids = await opened.page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is reached by arrow keys from tab to tab', async () => {
    opened = await tests.open();
    await opened.page.getByRole('tab', { name: 'Timeline' }).focus();
    await opened.page.keyboard.press('ArrowRight');
    await opened.page.getByRole('tab', { name: 'Macros', selected: true }).waitFor();
    await opened.page.keyboard.press('ArrowLeft');
    await opened.page.keyboard.press('ArrowLeft');
    expect(await opened.page.evaluate(() => document.activeElement?.textContent)).toBe('Calls');
  });

  it('shows where the keyboard is', async () => {
    opened = await tests.open();
    await opened.page.keyboard.press('Tab');
    const outline = () =>
      opened.page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(await outline()).toBe('solid');
  });

  it.each([
    [1600, 1000],
    [1280, 800],
    [768, 1024],
    [390, 844],
  ])('fits %d by %d without a sideways scroll', async (width, height) => {
    opened = await tests.open({ viewport: { width, height } });
    fill(opened);
    await opened.page.locator('iframe').waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('moves nothing for those who want it calm', async () => {
    opened = await tests.open({ reducedMotion: 'reduce' });
    fill(opened);
    await opened.page.getByText('Listening').waitFor();
    expect(await opened.page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
