import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MacroDevice } from '#test/macros/macro-device';
import { ReportServer } from '#test/macros/report-server';
import { schema } from './settings.ts';

const settings = v.parse(schema, {});
const PAGE = 'https://kit.example/views/dashboard?token=one';
const OTHER_PAGE = 'https://kit.example/views/switch?token=two';
const FOREIGN = 'https://cisco.com/views/dashboard';

let room: MacroDevice;
beforeEach(async () => {
  room = await MacroDevice.start('web-view-keeper', 'room-controls');
});
afterEach(() => room.device.close());

const show = (url: string) => room.command('UserInterface WebView Display', { Url: url });
const announce = (closeAfterSeconds: number, report?: object) =>
  room.notify('page-opened', report ? { closeAfterSeconds, report } : { closeAfterSeconds });
const isOpen = () => room.screen.webView !== null;
const buttonIsShown = () => room.panel('close-page')?.visible;
const clears = () => room.commands().filter(({ path }) => path === 'UserInterface WebView Clear');

describe('a page of ours goes when its time is up', () => {
  test('announced after it appeared', async () => {
    await show(PAGE);
    await announce(60);
    await room.wait(59);
    expect(isOpen()).toBe(true);
    await room.wait(2);
    expect(isOpen()).toBe(false);
  });

  test('announced before it appeared', async () => {
    await announce(60);
    await show(PAGE);
    await room.wait(59);
    expect(isOpen()).toBe(true);
    await room.wait(2);
    expect(isOpen()).toBe(false);
  });

  test('after a restart of the macros, with the time of the settings', async () => {
    await show(PAGE);
    await announce(600);
    await room.device.macros.restart();
    await room.device.settled();
    await room.wait(settings.closeAfterSeconds - 1);
    expect(isOpen()).toBe(true);
    await room.wait(2);
    expect(isOpen()).toBe(false);
  });

  test('with zero seconds it stays', async () => {
    await show(PAGE);
    await announce(0);
    await room.wait(86_400);
    expect(isOpen()).toBe(true);
  });

  test('a page in its place has its own time', async () => {
    await show(PAGE);
    await announce(30);
    await announce(90);
    await show(OTHER_PAGE);
    await room.wait(60);
    expect(room.screen.webView?.url).toBe(OTHER_PAGE);
    await room.wait(31);
    expect(isOpen()).toBe(false);
  });
});

describe('its time starts anew', () => {
  beforeEach(async () => {
    await show(PAGE);
    await announce(60);
    await room.wait(50);
  });
  const isProlonged = async () => {
    await room.wait(50);
    expect(isOpen()).toBe(true);
    await room.wait(11);
    expect(isOpen()).toBe(false);
  };

  test('when somebody speaks to a skill of ours', async () => {
    await room.notify('room-lights', { on: true });
    await isProlonged();
  });

  test('when an event with a text comes', async () => {
    await room.notify('Switch', { text: 'Ok.' });
    await isProlonged();
  });

  test('when our panel is touched', async () => {
    await room.touch('room-lights', 'changed', 'on');
    await isProlonged();
  });

  test('but not for events and panels of others', async () => {
    await room.notify('party', { loud: true });
    await room.touch('elses-lights', 'changed', 'on');
    await room.wait(11);
    expect(isOpen()).toBe(false);
  });
});

describe('when the room empties', () => {
  beforeEach(async () => {
    await show(PAGE);
    await announce(0);
  });

  test.each([
    ['RoomAnalytics PeoplePresence', 'No'],
    ['RoomAnalytics PeopleCount Current', 0],
  ])('by %s, the page goes after a while', async (path, value) => {
    await room.status(path, value);
    await room.wait(settings.emptyRoomSeconds - 1);
    expect(isOpen()).toBe(true);
    await room.wait(2);
    expect(isOpen()).toBe(false);
  });

  test('and somebody comes back in time, the page stays', async () => {
    await room.status('RoomAnalytics PeoplePresence', 'No');
    await room.wait(settings.emptyRoomSeconds - 1);
    await room.status('RoomAnalytics PeoplePresence', 'Yes');
    await room.wait(600);
    expect(isOpen()).toBe(true);
  });

  test('and somebody speaks, the sensor was wrong', async () => {
    await room.status('RoomAnalytics PeopleCount Current', 0);
    await room.notify('room-lights', { on: true });
    await room.wait(600);
    expect(isOpen()).toBe(true);
  });

  test('a sensor that cannot tell does not count', async () => {
    await room.status('RoomAnalytics PeoplePresence', 'Unknown');
    await room.status('RoomAnalytics PeopleCount Current', -1);
    await room.wait(600);
    expect(isOpen()).toBe(true);
  });
});

test('a page in a room that is empty when the macros start goes after a while', async () => {
  await show(PAGE);
  await room.status('RoomAnalytics PeoplePresence', 'No');
  await room.device.macros.restart();
  await room.device.settled();
  await room.wait(settings.emptyRoomSeconds + 1);
  expect(isOpen()).toBe(false);
});

test('on standby the page goes at once', async () => {
  await show(PAGE);
  await announce(60);
  await room.status('Standby State', 'Halfwake');
  expect(isOpen()).toBe(false);
});

describe("the Navigator's button", () => {
  const press = () => room.raise('UserInterface Extensions Panel Clicked', { PanelId: 'close-page' });

  test('is there only while a page is open', async () => {
    expect(buttonIsShown()).toBe(false);
    await show(PAGE);
    expect(buttonIsShown()).toBe(true);
    await room.command('UserInterface WebView Clear');
    expect(buttonIsShown()).toBe(false);
  });

  test('closes the page', async () => {
    await show(PAGE);
    await announce(60);
    await press();
    expect(isOpen()).toBe(false);
    expect(buttonIsShown()).toBe(false);
  });

  test('is there after a restart of the macros with the page still open', async () => {
    await show(PAGE);
    await room.device.macros.restart();
    await room.device.settled();
    expect(buttonIsShown()).toBe(true);
    await press();
    expect(isOpen()).toBe(false);
  });

  test('of another panel closes nothing', async () => {
    await show(PAGE);
    await room.raise('UserInterface Extensions Panel Clicked', { PanelId: 'elses-button' });
    expect(isOpen()).toBe(true);
  });
});

describe('pages of others', () => {
  test('are never touched', async () => {
    await show(FOREIGN);
    await room.status('RoomAnalytics PeoplePresence', 'No');
    await room.wait(3600);
    await room.status('Standby State', 'Standby');
    expect(room.screen.webView?.url).toBe(FOREIGN);
    expect(buttonIsShown()).toBe(false);
    expect(clears()).toEqual([]);
  });

  test('in place of ours neither', async () => {
    await show(PAGE);
    await announce(60);
    await show(FOREIGN);
    await room.wait(3600);
    expect(room.screen.webView?.url).toBe(FOREIGN);
    expect(clears()).toEqual([]);
  });
});

test('a page that is gone already is not closed again', async () => {
  await show(PAGE);
  await announce(60);
  await room.command('UserInterface WebView Clear');
  await room.wait(600);
  expect(clears()).toEqual([]);
});

test('closing that the device refuses is tried again until it works', async () => {
  await show(PAGE);
  await announce(60);
  room.device.setAnswer(['UserInterface', 'WebView', 'Clear'], { error: { message: 'Busy' } });
  await room.wait(61);
  expect(isOpen()).toBe(true);
  expect(room.log().at(-1)).toContain('The page could not be closed: Busy');
  room.device.setAnswer(['UserInterface', 'WebView', 'Clear'], undefined);
  await room.wait(settings.retrySeconds + 1);
  expect(isOpen()).toBe(false);
});

describe('what it decides is reported', () => {
  let server: ReportServer;
  beforeEach(async () => {
    server = await ReportServer.start();
    await show(PAGE);
    await announce(100, server.target());
    await room.wait(1);
  });
  afterEach(() => server.close());

  const told = () =>
    server.reports.flatMap(({ closesInSeconds }) => (closesInSeconds === undefined ? [] : closesInSeconds));

  test('at once, when the time starts anew, and when the room empties', async () => {
    expect(told()).toEqual([100]);
    await room.wait(10);
    await room.notify('room-lights', { on: true });
    await room.wait(1);
    expect(told()).toEqual([100, 100]);
    await room.status('RoomAnalytics PeoplePresence', 'No');
    await room.wait(1);
    expect(told().at(-1)).toBe(settings.emptyRoomSeconds);
    await room.status('RoomAnalytics PeoplePresence', 'Yes');
    await room.wait(1);
    expect(told().at(-1)).toBe(98);
  });

  test('a page that stays says null', async () => {
    await show(OTHER_PAGE);
    await announce(0, server.target());
    await room.wait(1);
    expect(told().at(-1)).toBe(null);
  });

  test('not after the page went', async () => {
    await room.command('UserInterface WebView Clear');
    const { requests } = server;
    await room.wait(100);
    expect(server.requests).toBe(requests);
  });
});

test('a page whose time is not known goes after the time in the device’s settings', async () => {
  const own = await MacroDevice.startWith({ 'web-view-keeper': { closeAfterSeconds: 5 } }, 'web-view-keeper');
  await own.command('UserInterface WebView Display', { Url: PAGE });
  await own.wait(4);
  expect(own.screen.webView).not.toBeNull();
  await own.wait(2);
  expect(own.screen.webView).toBeNull();
  own.device.close();
});
