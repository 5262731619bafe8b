import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeviceReportSchema } from '#contract';
import { MacroDevice } from '#test/macros/macro-device';
import { ReportServer } from '#test/macros/report-server';

const PAGE = 'https://kit.example/views/dashboard?token=t';

let room: MacroDevice;
beforeEach(async () => {
  room = await MacroDevice.start('room-controls');
});
afterEach(() => room.device.close());

const volume = () => room.device.peek(['Status', 'Audio', 'Volume']);

describe('the panel', () => {
  test('stands on the home screen with a widget for each thing in the room', () => {
    const panel = room.panel('room-controls');
    expect(panel).toMatchObject({ name: 'Room', location: 'HomeScreen', visible: true });
    const widgets = panel?.pages.flatMap((page) => page.rows.flatMap((row) => row.widgets)) ?? [];
    expect(widgets.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'room-lights ToggleButton',
      'room-blinds Slider',
      'room-temperature Spinner',
      'room-volume Slider',
    ]);
  });

  test('shows the defaults, and the volume that the device has', () => {
    expect(['room-lights', 'room-blinds', 'room-temperature'].map((id) => room.widget(id))).toEqual([
      'off',
      '0',
      '21',
    ]);
    expect(room.widget('room-volume')).toBe(String(Math.round((Number(volume()) * 255) / 100)));
  });

  test('shows after a restart of the macros what it showed before', async () => {
    await room.touch('room-lights', 'changed', 'on');
    await room.touch('room-blinds', 'released', '102');
    await room.touch('room-temperature', 'clicked', 'increment');
    await room.device.macros.restart();
    await room.device.settled();
    expect(['room-lights', 'room-blinds', 'room-temperature'].map((id) => room.widget(id))).toEqual([
      'on',
      '102',
      '22',
    ]);
  });
});

describe('a touch', () => {
  test('switches the lights', async () => {
    await room.touch('room-lights', 'changed', 'on');
    expect(room.widget('room-lights')).toBe('on');
  });

  test('moves the blinds when the finger leaves the slider, not before', async () => {
    const before = room.device.journal.last;
    await room.touch('room-blinds', 'pressed', '10');
    await room.touch('room-blinds', 'changed', '100');
    expect(room.commands(before)).toEqual([]);
    await room.touch('room-blinds', 'released', '128');
    expect(room.widget('room-blinds')).toBe('128');
  });

  test('changes the temperature by a degree, once a click', async () => {
    for (const type of ['pressed', 'released', 'clicked'])
      await room.touch('room-temperature', type, 'decrement');
    expect(room.widget('room-temperature')).toBe('20');
  });

  test('sets the volume of the device', async () => {
    await room.touch('room-volume', 'released', '204');
    expect(volume()).toBe(80);
    expect(room.widget('room-volume')).toBe('204');
  });

  test('on another panel is not ours', async () => {
    const before = room.device.journal.last;
    await room.touch('elses-lights', 'changed', 'on');
    expect(room.commands(before)).toEqual([]);
  });

  test('that the device refuses is shown and logged', async () => {
    room.device.setAnswer(['Audio', 'Volume', 'Set'], { error: { message: 'Muted by the administrator' } });
    await room.touch('room-volume', 'released', '204');
    expect(room.screen.alert?.text).toBe('room-volume did not work: Muted by the administrator');
  });
});

describe('the volume', () => {
  test('changed by anybody moves the slider, once, and comes to rest', async () => {
    const before = room.device.journal.last;
    await room.command('Audio Volume Set', { Level: 33 });
    expect(room.widget('room-volume')).toBe('84');
    expect(room.commands(before).map(({ path }) => path)).toEqual([
      'UserInterface Extensions Widget SetValue',
    ]);
    expect(volume()).toBe(33);
  });
});

describe('while a page is open', () => {
  let server: ReportServer;
  beforeEach(async () => {
    server = await ReportServer.start();
    await room.command('UserInterface WebView Display', { Url: PAGE });
    await room.notify('page-opened', { closeAfterSeconds: 60, report: server.target() });
    await room.wait(1);
  });
  afterEach(() => server.close());

  test('the whole room is reported at once, as agreed', () => {
    expect(server.reports).toHaveLength(1);
    expect(v.is(DeviceReportSchema, server.last)).toBe(true);
    expect(server.last?.room).toEqual({
      name: 'room1',
      lights: { on: false },
      blinds: { position: 0 },
      temperature: { target: 21, current: 22 },
      volume: volume(),
      people: { count: 1, present: true },
    });
    expect(server.authorization).toBe('Bearer report-token');
  });

  test('every change is reported at once', async () => {
    await room.touch('room-lights', 'changed', 'on');
    expect(server.last?.room?.lights).toEqual({ on: true });
    await room.command('Audio Volume Set', { Level: 10 });
    expect(server.last?.room?.volume).toBe(10);
    await room.status('RoomAnalytics PeopleCount Current', 4);
    expect(server.last?.room?.people.count).toBe(4);
  });

  test('of changes that come together the last state is reported, in two reports at most', async () => {
    for (let count = 2; count <= 20; count += 1) {
      room.device.setStatus(['RoomAnalytics', 'PeopleCount', 'Current'], count);
    }
    await room.device.settled();
    expect(server.reports.length).toBeLessThanOrEqual(3);
    expect(server.last?.room?.people.count).toBe(20);
  });

  test('the report is repeated every twenty seconds', async () => {
    await room.wait(65);
    expect(server.reports).toHaveLength(4);
  });

  test('what the device cannot tell is null', async () => {
    await room.status('RoomAnalytics PeopleCount Current', -1);
    await room.status('RoomAnalytics PeoplePresence', 'Unknown');
    await room.status('RoomAnalytics AmbientTemperature', 'no sensor');
    await room.wait(1);
    expect(server.last?.room).toMatchObject({
      temperature: { current: null },
      people: { count: null, present: null },
    });
  });

  test('there is never more than one request at once', async () => {
    for (let level = 0; level < 20; level += 1) {
      await room.command('Audio Volume Set', { Level: level });
      await room.wait(0.06);
    }
    expect(server.mostAtOnce).toBe(1);
    expect(server.last?.room?.volume).toBe(19);
  });

  test('it ends with the page', async () => {
    await room.command('UserInterface WebView Clear');
    const { requests } = server;
    await room.touch('room-lights', 'changed', 'on');
    await room.wait(60);
    expect(server.requests).toBe(requests);
  });

  test('it ends when the token is not accepted any more, without a word', async () => {
    server.status = 401;
    await room.wait(100);
    expect(server.requests).toBe(2);
    expect(room.log().filter((line) => line.startsWith('ERROR'))).toEqual([]);
  });

  test('a failing server is logged once, and reported to again when it is back', async () => {
    server.status = 503;
    await room.wait(60);
    server.status = 204;
    await room.wait(20);
    const errors = room.log().filter((line) => line.startsWith('ERROR'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('the server answered 503');
    expect(server.reports).toHaveLength(2);
  });

  test('with the HTTP client off, the log says how to switch it on, and nothing of the token', async () => {
    room.device.setConfiguration(['HttpClient', 'Mode'], 'Off');
    await room.wait(60);
    const errors = room.log().filter((line) => line.startsWith('ERROR'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('xConfiguration HttpClient Mode: On');
    expect(errors[0]).not.toContain('report-token');
  });
});

test('a press of the spinner changes the temperature by what the device’s settings say', async () => {
  const settings = { 'room-controls': { degreesPerPress: 0.5 } };
  const own = await MacroDevice.startWith(settings, 'room-controls');
  await own.touch('room-temperature', 'clicked', 'increment');
  expect(own.widget('room-temperature')).toBe('21.5');
  own.device.close();
});
