import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConsoleTests, type OpenConsole, startConsoleTests } from '../fixtures/console-tests.ts';

let tests: ConsoleTests;
let opened: OpenConsole;
beforeAll(async () => {
  tests = await startConsoleTests();
});
beforeEach(async () => {
  opened = await tests.open();
});
afterEach(() => opened.close());
afterAll(() => tests.close());

const board = () => opened.page.getByLabel('The device’s screen');
const page = (part: {
  mode?: 'Fullscreen' | 'Modal';
  status?: 'Visible' | 'Error' | 'NotVisible';
  url?: string;
}) => ({
  id: 1,
  url: opened.room1.pageUrl,
  title: 'Page',
  mode: 'Fullscreen' as const,
  status: 'Visible' as const,
  ...part,
});

describe('the screen', () => {
  it('shows name and clock of the device while nothing else is on it', async () => {
    await board().getByText('room1').waitFor();
    await board()
      .getByText(/^\d\d:\d\d$/)
      .waitFor();
  });

  it('follows the device’s clock', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000);
    const entry = opened.room1.log({ origin: 'control', kind: 'command', path: 'Standby Activate' });
    opened.room1.amend({ ...entry, at: tomorrow.toISOString() });
    const weekday = tomorrow.toLocaleDateString('en-GB', { weekday: 'long' });
    await board().getByText(weekday).waitFor();
  });

  it('shows a modal page with margins, and the home screen behind it', async () => {
    opened.room1.show({ webView: page({ mode: 'Modal' }) });
    await opened.page.frameLocator('iframe').getByRole('heading').waitFor();
    const [width = 0] = (await opened.page.frames()[1]?.evaluate(() => [innerWidth])) ?? [];
    expect(width).toBeGreaterThan(1200);
    expect(width).toBeLessThan(1920);
  });

  it('keeps the page that is open when something else on the screen changes', async () => {
    opened.room1.show({ webView: page({}) });
    const heading = opened.page.frameLocator('iframe').getByRole('heading');
    await heading.evaluate((element) => {
      element.textContent = 'Untouched';
    });
    opened.room1.show({ alert: { title: 'Hello', text: 'there' } });
    await board().getByRole('alert').waitFor();
    expect(await heading.textContent()).toBe('Untouched');
  });

  it('says that a page could not be shown', async () => {
    opened.room1.show({ webView: page({ status: 'Error' }) });
    await board().getByText('This page can’t be shown').waitFor();
    expect(await opened.page.locator('iframe').count()).toBe(0);
  });

  it('shows nothing of a page that is not visible', async () => {
    opened.room1.show({ webView: page({ status: 'NotVisible' }), textLine: { text: 'Recording' } });
    await board().getByText('Recording').waitFor();
    expect(await opened.page.locator('iframe').count()).toBe(0);
  });
});

describe('a page that this console may not frame', () => {
  it('is named, for the device would have shown it', async () => {
    opened.room1.show({ webView: page({ url: 'https://elsewhere.example/' }) });
    await board().getByText('The simulator was not told to trust https://elsewhere.example.').waitFor();
  });
});

describe('what asks a person', () => {
  it('a prompt is answered with the number of the option', async () => {
    opened.room1.show({
      prompt: { feedbackId: 'leave', title: 'Leaving?', text: 'Now?', options: ['Yes', 'No'] },
    });
    await board().getByRole('button', { name: 'No' }).click();
    await board().getByRole('dialog').waitFor({ state: 'detached' });
    expect(opened.room1.told('UserInterface Message Prompt Response')).toEqual([
      { FeedbackId: 'leave', OptionId: 2 },
    ]);
  });

  it.each([
    ['SingleLine', 'text'],
    ['Password', 'password'],
  ])('a %s input is answered with what was typed', async (inputType, type) => {
    opened.room1.show({
      textInput: { feedbackId: 'name', title: 'Name', text: 'Your name', placeholder: '', inputType },
    });
    const field = board().getByLabel('Your name');
    expect(await field.getAttribute('type')).toBe(type);
    await field.fill('Ada');
    await field.press('Enter');
    await expect
      .poll(() => opened.room1.told('UserInterface Message TextInput Response'))
      .toEqual([{ FeedbackId: 'name', Text: 'Ada' }]);
  });
});

describe('standby', () => {
  it('is woken by a touch', async () => {
    opened.room1.show({ standby: 'Standby' });
    await board().getByRole('button', { name: 'Wake the device' }).click();
    await board().getByRole('button', { name: 'Wake the device' }).waitFor({ state: 'detached' });
    expect(opened.room1.told('Standby Deactivate')).toHaveLength(1);
  });

  it('half awake shows the clock', async () => {
    opened.room1.show({ standby: 'Halfwake' });
    await board().getByText('Touch to start').waitFor();
  });
});
