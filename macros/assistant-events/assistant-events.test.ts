import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MacroDevice } from '#test/macros/macro-device';

let room: MacroDevice;
beforeEach(async () => {
  room = await MacroDevice.start('assistant-events', 'room-controls');
});
afterEach(() => room.device.close());

const volume = () => room.device.peek(['Status', 'Audio', 'Volume']);

describe('an event with a text', () => {
  test("shows the guide's alert: the name as title, the text, for five seconds", async () => {
    const before = room.device.journal.last;
    await room.notify('Switch', { text: 'Ok, turning lights on.' });
    expect(room.screen.alert).toEqual({ title: 'Switch', text: 'Ok, turning lights on.' });
    expect(room.commands(before)).toMatchObject([
      {
        path: 'UserInterface Message Alert Display',
        params: { Title: 'Switch', Text: 'Ok, turning lights on.', Duration: 5 },
      },
    ]);
    await room.wait(5);
    expect(room.screen.alert).toBe(null);
  });

  test('does what it says as well, when it is one of ours', async () => {
    await room.notify('room-blinds', { set: 40, text: 'Blinds at 40 percent.' });
    expect(room.screen.alert?.text).toBe('Blinds at 40 percent.');
    expect(room.widget('room-blinds')).toBe('102');
  });

  test('is cut to the 255 bytes that the device takes', async () => {
    await room.notify('€'.repeat(100), { text: '🌡'.repeat(100) });
    expect(room.screen.alert).toEqual({ title: '€'.repeat(85), text: '🌡'.repeat(63) });
  });
});

describe('the room', () => {
  test('lights go on and off', async () => {
    await room.notify('room-lights', { on: true });
    expect(room.widget('room-lights')).toBe('on');
    await room.notify('room-lights', { on: false });
    expect(room.widget('room-lights')).toBe('off');
  });

  test('blinds are set, and moved within their ends', async () => {
    await room.notify('room-blinds', { set: 50 });
    expect(room.widget('room-blinds')).toBe('128');
    await room.notify('room-blinds', { change: 25 });
    expect(room.widget('room-blinds')).toBe('191');
    await room.notify('room-blinds', { change: 80 });
    expect(room.widget('room-blinds')).toBe('255');
  });

  test('the temperature is set, and changed from what it is', async () => {
    await room.notify('room-temperature', { set: 19.5 });
    expect(room.widget('room-temperature')).toBe('19.5');
    await room.notify('room-temperature', { change: 2 });
    expect(room.widget('room-temperature')).toBe('21.5');
    await room.notify('room-temperature', { change: -100 });
    expect(room.widget('room-temperature')).toBe('5');
  });

  test('two changes at once both count', async () => {
    await Promise.all([
      room.notify('room-temperature', { change: 1 }),
      room.notify('room-temperature', { change: 1 }),
    ]);
    expect(room.widget('room-temperature')).toBe('23');
  });

  test('the volume is set, and changed within its ends', async () => {
    await room.notify('room-volume', { set: 30 });
    expect(volume()).toBe(30);
    await room.notify('room-volume', { change: -10 });
    expect(volume()).toBe(20);
    await room.notify('room-volume', { change: -90 });
    expect(volume()).toBe(0);
  });

  test('a page is opened and closed', async () => {
    await room.notify('web-view', { action: 'display', url: 'https://cisco.com', title: 'Cisco' });
    expect(room.screen.webView).toMatchObject({
      url: 'https://cisco.com',
      title: 'Cisco',
      mode: 'Fullscreen',
    });
    await room.notify('web-view', { action: 'clear' });
    expect(room.screen.webView).toBe(null);
  });
});

describe('what cannot be answered is shown and logged, and the macro goes on', () => {
  afterEach(async () => {
    await room.notify('Switch', { text: 'Still here.' });
    expect(room.screen.alert).toEqual({ title: 'Switch', text: 'Still here.' });
    expect(room.log().filter((line) => line.includes('Unhandled'))).toEqual([]);
  });

  test.each([
    ['an unknown event', 'party', { loud: true }, 'No macro here answers the event party.'],
    ['an event without anything', 'party', undefined, 'No macro here answers the event party.'],
    ['a name of JavaScript', '__proto__', {}, 'No macro here answers the event __proto__.'],
    ['no name', '', {}, 'No macro here answers the event without a name.'],
    ['no JSON', 'room-lights', '{"on":', 'The event room-lights cannot be read: its payload is not JSON.'],
    ['no object', 'room-lights', '[true]', 'The event room-lights cannot be read: its payload is no object.'],
    [
      'a huge payload',
      'room-lights',
      JSON.stringify({ on: true, more: 'x'.repeat(100_000) }),
      'The event room-lights cannot be read: its payload has more than 65536 characters.',
    ],
    [
      'deep nesting',
      'room-lights',
      '['.repeat(60_000),
      'The event room-lights cannot be read: its payload is not JSON.',
    ],
    ['a missing field', 'room-lights', {}, 'The event is not as agreed: room-lights: on: '],
    ['a wrong field', 'room-blinds', { set: 'half' }, 'The event is not as agreed: room-blinds'],
    [
      'a value out of bounds',
      'room-temperature',
      { set: 99 },
      'The event is not as agreed: room-temperature',
    ],
  ])('%s', async (_, name, payload, notice) => {
    const before = room.device.journal.last;
    await room.notify(name, payload);
    expect(room.screen.alert?.title).toBe('Room');
    expect(room.screen.alert?.text.startsWith(notice)).toBe(true);
    expect(room.log(before)[0]).toContain(`WARN assistant-events ${notice}`);
  });

  test('a command that the device refuses', async () => {
    room.device.setConfiguration(['WebEngine', 'Mode'], 'Off');
    await room.notify('web-view', { action: 'display', url: 'https://cisco.com' });
    expect(room.screen.alert?.text).toBe('web-view did not work: WebEngine is disabled');
  });

  test('an alert that the device refuses', async () => {
    room.device.setAnswer(['UserInterface', 'Message', 'Alert', 'Display'], {
      error: { message: 'Screen is busy' },
    });
    await room.notify('Switch', { text: 'Hello' });
    expect(room.log().at(-1)).toContain(
      'ERROR assistant-events The alert “Switch” could not be shown: Screen is busy',
    );
    room.device.setAnswer(['UserInterface', 'Message', 'Alert', 'Display'], undefined);
  });
});

test('events of other macros are left to them', async () => {
  const before = room.device.journal.last;
  await room.notify('page-opened', { closeAfterSeconds: 60 });
  expect(room.screen.alert).toBe(null);
  expect(room.commands(before).filter(({ origin }) => origin === 'macro:assistant-events')).toEqual([]);
});

test('a broken event of another macro is shown, because that one passes over it', async () => {
  await room.notify('page-opened', { closeAfterSeconds: 'soon' });
  expect(room.screen.alert?.text).toContain('page-opened: closeAfterSeconds: ');
});
