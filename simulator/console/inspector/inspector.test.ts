import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConsoleTests, type OpenConsole, startConsoleTests } from '../fixtures/console-tests.ts';

let tests: ConsoleTests;
let opened: OpenConsole;
beforeAll(async () => {
  tests = await startConsoleTests();
});
beforeEach(async () => {
  opened = await tests.open({ permissions: ['clipboard-read', 'clipboard-write'] });
});
afterEach(() => opened.close());
afterAll(() => tests.close());

const inspector = () => opened.page.getByLabel('Inside the device', { exact: true }).first();
const tab = (name: string) => opened.page.getByRole('tab', { name }).click();
const print = (Message: string, Level = 'INFO') =>
  opened.room1.log({ origin: 'macro:keeper', kind: 'log', path: 'keeper', params: { Level, Message } });

describe('the timeline', () => {
  it('invites to say something as long as nobody has', async () => {
    await inspector().getByText('Say something, and see here how it travels').waitFor();
  });

  it('shows the stages, the directives and what the device did', async () => {
    opened.room1.say('ok webex, tell switch to turn on');
    const stages = inspector().getByLabel('Stages').getByRole('listitem');
    await stages.first().waitFor();
    expect(await stages.allTextContents()).toContain('decrypt4.60 ms');
    expect(await stages.count()).toBe(11);
    await inspector().getByText('assistant-event', { exact: true }).waitFor();
    await inspector().getByText('UserInterface Message Alert Display').waitFor();
    await inspector().getByText('Switch: showing its text').waitFor();
  });

  it('goes back to earlier turns, and follows the latest again', async () => {
    opened.room1.say('ok webex, tell switch to turn on');
    opened.room1.say('ok webex, tell room to close it');
    const text = inspector().locator('.turn-text');
    await inspector().getByText('2 of 2').waitFor();
    await inspector().getByRole('button', { name: 'Earlier turn' }).click();
    expect(await text.textContent()).toBe('“ok webex, tell switch to turn on”');
    await inspector().getByRole('button', { name: 'Later turn' }).click();
    opened.room1.say('something else');
    await inspector().getByText('Answered by the Assistant itself').waitFor();
    expect(await text.textContent()).toBe('“something else”');
  });

  it('stays at the turn that somebody looks at', async () => {
    opened.room1.say('first');
    opened.room1.say('second');
    await inspector().getByText('2 of 2').waitFor();
    await inspector().getByRole('button', { name: 'Earlier turn' }).click();
    opened.room1.say('third');
    await inspector().getByText('1 of 3').waitFor();
  });
});

describe('the macros', () => {
  beforeEach(() => tab('Macros'));

  it('are switched off as on a device: deactivated, then the runtime restarts', async () => {
    const keeper = inspector().getByRole('switch', { name: 'Macro web-view-keeper' });
    await keeper.click();
    await expect.poll(() => keeper.getAttribute('aria-checked')).toBe('false');
    await expect
      .poll(() => opened.room1.journal.map(({ path }) => path))
      .toEqual(['Macros Macro Deactivate', 'Macros Runtime Restart']);
  });

  it('print a log that can be filtered by level and text', async () => {
    print('all is well');
    print('something is odd', 'WARN');
    print('something broke', 'ERROR');
    const log = inspector().getByLabel('Macro log');
    await log.getByText('something broke').waitFor();
    await inspector().getByLabel('Level').selectOption('warn');
    await log.getByText('all is well').waitFor({ state: 'detached' });
    await inspector().getByLabel('Filter the log').fill('ODD');
    await log.getByText('something broke').waitFor({ state: 'detached' });
    await log.getByText('something is odd').waitFor();
  });

  it('are followed to the newest line, unless somebody has scrolled up', async () => {
    for (let line = 0; line < 80; line += 1) print(`line ${line}`);
    const log = inspector().getByLabel('Macro log');
    await log.getByText('line 79').waitFor();
    const fromEnd = () => log.evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
    expect(await fromEnd()).toBeLessThan(2);
    await log.evaluate((list) => list.scrollTo(0, 0));
    print('one more');
    await log.getByText('one more').waitFor();
    expect(await log.evaluate((list) => list.scrollTop)).toBe(0);
  });

  it('may print ten thousand lines: the newest are drawn, the rest is counted', async () => {
    for (let line = 0; line < 10_000; line += 1) print(`line ${line}`);
    const log = inspector().getByLabel('Macro log');
    await log.getByText('line 9999').waitFor();
    expect(await log.locator('.log-line').count()).toBe(300);
    await log.getByText('4700 older entries are not drawn').waitFor();
  });
});

describe('the sensors', () => {
  beforeEach(() => tab('Sensors'));

  it('show what the device senses, and make it sense something else', async () => {
    const people = inspector().getByRole('group', { name: 'People in the room' });
    await people.getByText('1', { exact: true }).waitFor();
    await people.getByRole('button', { name: 'more' }).click();
    await people.getByText('2', { exact: true }).waitFor();
    await inspector().getByRole('button', { name: 'Nobody' }).click();
    await inspector().getByRole('button', { name: 'Room temperature: more' }).click();
    await expect
      .poll(() => Object.fromEntries(opened.room1.statuses))
      .toEqual({
        'RoomAnalytics PeopleCount Current': 2,
        'RoomAnalytics PeoplePresence': 'No',
        'RoomAnalytics AmbientTemperature': '22.5',
      });
  });

  it('put the device to sleep by its own command', async () => {
    await inspector().getByRole('button', { name: 'Standby' }).click();
    await expect.poll(() => opened.room1.told('Standby Activate')).toHaveLength(1);
  });

  it('say what was refused, and keep the value that stands', async () => {
    opened.room1.statuses.set('RoomAnalytics PeopleCount Current', 12);
    await tab('Calls');
    await tab('Sensors');
    const people = inspector().getByRole('group', { name: 'People in the room' });
    await people.getByText('12', { exact: true }).waitFor();
    await people.getByRole('button', { name: 'more' }).click();
    await opened.page.getByText('RoomAnalytics PeopleCount Current: The value 13 is refused.').waitFor();
    await people.getByText('12', { exact: true }).waitFor();
    await opened.page.getByRole('button', { name: 'Dismiss' }).click();
  });
});

describe('the calls', () => {
  beforeEach(() => tab('Calls'));

  it('are filtered by kind and text, and opened to see and copy them', async () => {
    opened.room1.log({ origin: 'client:1', kind: 'get', path: 'Status Audio Volume', result: 70 });
    opened.room1.log({
      origin: 'client:1',
      kind: 'command',
      path: 'Audio Volume Set',
      params: { Level: 45 },
    });
    const calls = inspector().getByLabel('Calls', { exact: true }).last();
    await inspector().getByLabel('Kind of call').selectOption('command');
    await calls.getByText('Status Audio Volume').waitFor({ state: 'detached' });
    await inspector().getByLabel('Filter calls').fill('level: 4');
    await inspector().getByText('No calls to show.').waitFor();
    await inspector().getByLabel('Filter calls').fill('volume');
    await calls.getByText('Audio Volume Set').click();
    await calls.getByRole('button', { name: 'Copy the macro code' }).click();
    expect(await opened.page.evaluate(() => navigator.clipboard.readText())).toBe(
      'xapi.Command.Audio.Volume.Set({ Level: 45 });',
    );
  });

  it('fill in the answer when it comes, and mark what only has a shape', async () => {
    const asked = opened.room1.log({ origin: 'client:1', kind: 'command', path: 'Bookings List' });
    await inspector().getByText('Bookings List').waitFor();
    opened.room1.amend({ ...asked, result: { status: 'OK' }, shapeOnly: true });
    await inspector().getByText('shape only').waitFor();
    expect(await inspector().getByText('Bookings List').count()).toBe(1);
  });
});
