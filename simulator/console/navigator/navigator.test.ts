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
afterEach(async () => {
  expect(opened.faults).toEqual([]);
  await opened.close();
});
afterAll(() => tests.close());

const navigator = () => opened.page.getByLabel('Navigator');
const panel = () => navigator().getByRole('dialog', { name: 'Room' });
const openRoom = async () => {
  opened.room1.show({ openPanel: { panelId: 'room-controls', pageId: 'room' } });
  await panel().waitFor();
};
const actions = () => opened.room1.told('UserInterface Extensions Widget Action');
const action = (WidgetId: string, Type: string, Value = '') => ({
  WidgetId,
  Type,
  Value,
  Origin: 'Controller',
});
const told = async (expected: readonly unknown[]) => {
  await expect.poll(actions).toHaveLength(expected.length);
  expect(actions()).toEqual(expected);
};

describe('the home screen', () => {
  it('shows a button for each panel that is visible', async () => {
    await navigator().getByRole('button', { name: 'Help' }).waitFor();
    expect(await navigator().getByRole('button').allTextContents()).toEqual([
      'Room',
      'Close the page',
      'Help',
    ]);
  });

  it('tells of a plain button that it was touched, and no more', async () => {
    await navigator().getByRole('button', { name: 'Help' }).click();
    await expect.poll(() => opened.room1.told('UserInterface Extensions Panel Clicked')).toHaveLength(1);
    expect(opened.room1.journal.map(({ params }) => params)).toEqual([
      { PanelId: 'help', Origin: 'Controller' },
    ]);
  });

  it('opens a panel, turns its pages and closes it', async () => {
    await navigator().getByRole('button', { name: 'Room' }).click();
    await panel().getByRole('button', { name: 'Camera' }).click();
    await panel().getByRole('button', { name: 'Direction: up' }).waitFor();
    await panel().getByRole('button', { name: 'Close Room' }).click();
    await panel().waitFor({ state: 'detached' });
    expect(opened.room1.journal.map(({ path, params }) => [path, params])).toEqual([
      ['UserInterface Extensions Panel Clicked', { PanelId: 'room-controls', Origin: 'Controller' }],
      ['UserInterface Extensions Panel Open', { PanelId: 'room-controls', PageId: 'room' }],
      ['UserInterface Extensions Panel Open', { PanelId: 'room-controls', PageId: 'camera' }],
      ['UserInterface Extensions Panel Close', {}],
    ]);
  });
});

describe('a widget that is touched', () => {
  beforeEach(openRoom);

  it('a toggle tells its other value and follows the device', async () => {
    const lights = panel().getByRole('switch', { name: 'Lights' });
    await lights.click();
    await told([action('room-lights', 'changed', 'off')]);
    await expect.poll(() => lights.getAttribute('aria-checked')).toBe('false');
    opened.room1.setWidget('room-lights', 'on');
    await expect.poll(() => lights.getAttribute('aria-checked')).toBe('true');
  });

  it('a button tells pressed, released and clicked, in this order', async () => {
    await panel().getByRole('button', { name: 'Close page' }).click();
    await told([
      action('page-close', 'pressed'),
      action('page-close', 'released'),
      action('page-close', 'clicked'),
    ]);
  });

  it('a button that is let go elsewhere was not clicked', async () => {
    await panel().getByRole('button', { name: 'Close page' }).hover();
    await opened.page.mouse.down();
    await opened.page.mouse.move(0, 0);
    await opened.page.mouse.up();
    await told([action('page-close', 'pressed'), action('page-close', 'released')]);
  });

  it('a spinner tells which way, and leaves the value to the macro', async () => {
    await panel().getByRole('button', { name: 'Temperature: more' }).click();
    await told(
      ['pressed', 'released', 'clicked'].map((type) => action('room-temperature', type, 'increment')),
    );
    expect(await panel().getByText('21.5').count()).toBe(1);
  });

  it('a group button tells the key of the choice', async () => {
    await panel().getByRole('button', { name: 'Meeting' }).click();
    await told([action('room-scene', 'pressed', 'meeting'), action('room-scene', 'released', 'meeting')]);
  });

  it('a slider tells where it was taken, how it moved and where it was left', async () => {
    const slider = panel().getByRole('slider', { name: 'Blinds' });
    const box = await slider.boundingBox();
    if (!box) throw new Error('The slider is not there.');
    const middle = box.y + box.height / 2;
    await opened.page.mouse.move(box.x + box.width / 2, middle);
    await opened.page.mouse.down();
    await opened.page.mouse.move(box.x + box.width, middle);
    await opened.page.mouse.up();
    await expect.poll(() => actions().at(-1)).toEqual(action('room-blinds', 'released', '255'));
    expect(actions()[0]).toEqual(action('room-blinds', 'pressed', '128'));
    expect(actions()).toContainEqual(action('room-blinds', 'changed', '255'));
  });

  it('a slider goes where a voice puts it', async () => {
    opened.room1.setWidget('room-blinds', '0');
    await expect.poll(() => panel().getByRole('slider', { name: 'Blinds' }).inputValue()).toBe('0');
  });
});

describe('the keyboard', () => {
  it('opens a panel, uses it, closes it, and is back at the button', async () => {
    await navigator().getByRole('button', { name: 'Room' }).focus();
    await opened.page.keyboard.press('Enter');
    await panel().waitFor();
    for (const key of ['Tab', 'Tab', 'Tab', 'Space']) await opened.page.keyboard.press(key);
    await told([action('room-lights', 'changed', 'off')]);
    await opened.page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await opened.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Room');
  });

  it('presses a button as a finger would', async () => {
    await openRoom();
    await panel().getByRole('button', { name: 'Close page' }).press('Enter');
    await told(['pressed', 'released', 'clicked'].map((type) => action('page-close', type)));
  });

  it('is left where it is by a panel that opens by itself', async () => {
    await opened.page.keyboard.press('/');
    await openRoom();
    await opened.page.keyboard.type('still here');
    expect(await opened.page.getByLabel('Say something to the device').inputValue()).toBe('still here');
  });
});
