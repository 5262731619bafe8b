import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestSkill, type TestSkill } from '../assistant/test-skill.ts';
import type { Faults } from './device-faults.ts';
import { startTestControl, type TestControl } from './test-control.ts';

const sleep = { name: 'sleep', type: 'action', payload: { delay: 5 } };
let control: TestControl;
let skill: TestSkill;
let faults: Faults[];

beforeEach(async () => {
  faults = [];
  skill = await startTestSkill('room', () => ({ directives: [sleep] }));
  control = await startTestControl({
    skills: [skill.entry],
    faults: {
      drop: (drop) => faults.push({ drop }),
      delay: (delay) => faults.push({ delay }),
      refuse: (refuse) => faults.push({ refuse }),
    },
  });
});
afterEach(async () => {
  await control.close();
  await skill.close();
});

const room1 = (method: string, path: string, body?: unknown) =>
  control.call(method, `/api/devices/room1${path}`, body);
const lastEntries = async () => {
  const { body } = await room1('GET', '/journal?after=0');
  return (body as { entries: { seq: number; path: string }[] }).entries;
};

describe('GET /api/devices', () => {
  it('lists what jsxapi needs to connect', async () => {
    const { status, body } = await control.call('GET', '/api/devices');
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        name: 'room1',
        address: 'ws://127.0.0.1:1',
        secureAddress: 'wss://127.0.0.1:2',
        username: 'admin',
        password: 'simulated',
        product: 'Board Pro 55',
        release: '26.4.1',
      },
      { name: 'room 2' },
    ]);
  });
});

describe('an unknown device', () => {
  it.each([
    ['GET', '/screen'],
    ['GET', '/journal'],
    ['GET', '/live'],
    ['POST', '/say'],
    ['PUT', '/status'],
  ])('is answered 404 with the known ones: %s %s', async (method, path) => {
    const { status, body } = await control.call(method, `/api/devices/room9${path}`);
    expect(status).toBe(404);
    expect(body).toEqual({
      error: { code: 'unknown-device', message: 'There is no device "room9". Known: room1, room 2.' },
    });
  });

  it('is not one whose name has a space', async () => {
    expect((await control.call('GET', '/api/devices/room%202/screen')).status).toBe(200);
  });
});

describe('events', () => {
  it('are raised on the device', async () => {
    const { status } = await room1('POST', '/events', {
      path: 'UserInterface Assistant Notification',
      value: { Name: 'Switch', Payload: '{"text":"on"}' },
    });
    expect(status).toBe(200);
    expect(await lastEntries()).toContainEqual(
      expect.objectContaining({
        kind: 'event',
        path: 'UserInterface Assistant Notification',
        params: { Name: 'Switch', Payload: '{"text":"on"}' },
      }),
    );
  });

  it('that the device does not have are refused', async () => {
    const { status, body } = await room1('POST', '/events', { path: 'Room Exploded', value: {} });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { code: 'xapi', message: expect.stringContaining('Room Exploded') },
    });
  });
});

describe('statuses and configurations', () => {
  it('are set, with list items added and taken away', async () => {
    await room1('PUT', '/status', { path: 'RoomAnalytics PeopleCount Current', value: 4 });
    await room1('PUT', '/status', { path: 'UserInterface WebView', value: { id: 7, Status: 'Error' } });
    const { device } = control.room1;
    expect(device.peek(['Status', 'RoomAnalytics', 'PeopleCount', 'Current'])).toBe(4);
    expect(device.peek(['Status', 'UserInterface', 'WebView', 7, 'Status'])).toBe('Error');
    await room1('PUT', '/status', { path: 'UserInterface WebView', value: { id: 7, ghost: true } });
    expect(device.peek(['Status', 'UserInterface', 'WebView', 7, 'Status'])).toBeUndefined();
    await room1('PUT', '/configuration', { path: 'WebEngine Mode', value: 'Off' });
    expect(device.peek(['Configuration', 'WebEngine', 'Mode'])).toBe('Off');
  });

  it('are read', async () => {
    await room1('PUT', '/status', { path: 'RoomAnalytics PeopleCount Current', value: 4 });
    expect(await room1('GET', '/status?path=RoomAnalytics+PeopleCount+Current')).toEqual({
      status: 200,
      body: { value: 4 },
    });
  });

  it.each([
    ['', /path/],
    ['?path=Room+Mood', /Room|path|Unknown/i],
  ])('that there are not are refused: %s', async (query, message) => {
    const { status, body } = await room1('GET', `/status${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { message: expect.stringMatching(message) } });
  });

  it('with a value that the device does not take are refused, and stay as they are', async () => {
    const { status } = await room1('PUT', '/configuration', { path: 'WebEngine Mode', value: 'Perhaps' });
    expect(status).toBe(400);
    expect(control.room1.device.peek(['Configuration', 'WebEngine', 'Mode'])).toBe('On');
  });
});

describe('commands', () => {
  it('run as the control interface and answer as the device does', async () => {
    const { status, body } = await room1('POST', '/commands', {
      path: 'Audio Volume Set',
      params: { Level: 33 },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'OK' });
    expect(await lastEntries()).toContainEqual(
      expect.objectContaining({ origin: 'control', kind: 'command', path: 'Audio Volume Set' }),
    );
  });

  it('that fail say so with the device’s code', async () => {
    const { status, body } = await room1('POST', '/commands', { path: 'Audio Volume Set' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'xapi', xapi: { code: expect.any(Number) } } });
  });

  it('answer what was set for them, until that is taken back', async () => {
    const list = { path: 'Bookings List' };
    await room1('PUT', '/answers', { command: 'Bookings List', answer: { Booking: [{ id: '1' }] } });
    expect((await room1('POST', '/commands', list)).body).toMatchObject({ Booking: [{ id: '1' }] });
    await room1('PUT', '/answers', { command: 'Bookings List', error: { code: 1, message: 'No calendar' } });
    expect((await room1('POST', '/commands', list)).body).toMatchObject({
      error: { message: 'No calendar', xapi: { code: 1 } },
    });
    await room1('PUT', '/answers', { command: 'Bookings List', error: 'Out of order' });
    expect((await room1('POST', '/commands', list)).body).toMatchObject({
      error: { message: 'Out of order' },
    });
    await room1('PUT', '/answers', { command: 'Bookings List', answer: null });
    expect((await room1('POST', '/commands', list)).body).not.toHaveProperty('Booking');
  });
});

describe('the clock', () => {
  it('moves the device’s time and what falls due', async () => {
    const startedAt = control.room1.device.clock.now();
    await room1('POST', '/commands', {
      path: 'UserInterface Message Alert Display',
      params: { Text: 'Hello', Duration: 10 },
    });
    await room1('POST', '/clock', { advance: 9_999 });
    expect((await room1('GET', '/screen')).body).toMatchObject({ alert: { text: 'Hello' } });
    const { body } = await room1('POST', '/clock', { advance: 1 });
    expect(body).toMatchObject({ now: new Date(startedAt + 10_000).toISOString() });
    expect((await room1('GET', '/screen')).body).toMatchObject({ alert: null });
  });
});

describe('the journal', () => {
  it('is paged by seq, which counts up without gaps', async () => {
    for (const Level of [10, 20, 30]) {
      await room1('POST', '/commands', { path: 'Audio Volume Set', params: { Level } });
    }
    const all = await lastEntries();
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    const after = all.length - 1;
    const { body } = await room1('GET', `/journal?after=${after}`);
    expect(body).toEqual({ entries: all.slice(after), last: all.length });
  });
});

describe('say', () => {
  it('answers with the whole turn, which is kept', async () => {
    const { status, body } = await room1('POST', '/say', { text: 'ok webex, tell room hello' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 1, skill: 'room', request: { text: 'hello' }, error: null });
    expect((await room1('GET', '/turns')).body).toEqual({ turns: [body], last: 1 });
    expect((await room1('GET', '/turns?after=1')).body).toEqual({ turns: [], last: 1 });
  });

  it('is given up when the simulator ends', async () => {
    control.room1.assistant.close();
    const { status, body } = await room1('POST', '/say', { text: 'ok webex, tell room hello' });
    expect(status).toBe(503);
    expect(body).toMatchObject({ error: { code: 'closing' } });
  });

  it('answers with a turn that failed as with any other', async () => {
    const { status, body } = await room1('POST', '/say', { text: 'hello' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ error: { code: 'not-addressed' } });
  });
});

describe('faults', () => {
  it('are brought about', async () => {
    expect((await room1('POST', '/faults', { drop: true, delay: 50 })).status).toBe(200);
    expect((await room1('POST', '/faults', { refuse: 'nothing' })).status).toBe(200);
    expect(faults).toEqual([{ drop: true }, { delay: 50 }, { refuse: 'nothing' }]);
  });

  it('that are not there yet are answered 501 by name, and none of the others happens', async () => {
    const { status, body } = await room1('POST', '/faults', { drop: true, fill: true });
    expect(status).toBe(501);
    expect(body).toMatchObject({
      error: { code: 'not-implemented', message: 'This device cannot do that yet: fill.' },
    });
    expect(faults).toEqual([]);
  });
});

describe('bad input', () => {
  it.each<[string, string, unknown, RegExp]>([
    ['POST', '/events', {}, /path: .*expected "path".*undefined/i],
    ['POST', '/events', { path: ' ', value: {} }, /path: .*such as "Audio Volume"/],
    ['POST', '/events', { path: 'A', value: [1] }, /value: Expected an object/],
    ['PUT', '/status', { path: 'Audio Volume' }, /value/],
    ['PUT', '/answers', { command: 'Bookings List' }, /one of answer and error/],
    ['PUT', '/answers', { command: 'Bookings List', answer: {}, error: 'no' }, /one of answer and error/],
    ['PUT', '/answers', { command: 'Bookings List', error: { code: 1 } }, /error: .*message/],
    ['POST', '/clock', { advance: -1 }, /advance: .*>=0.*-1/],
    ['POST', '/clock', { advance: 'soon' }, /advance: .*number.*"soon"/i],
    ['POST', '/faults', {}, /at least one fault/],
    ['POST', '/faults', { explode: true }, /explode/],
    ['POST', '/faults', { delay: '5' }, /delay: .*number.*"5"/i],
    ['POST', '/faults', { refuse: 'sleep' }, /refuse: .*password.*sleep/],
    ['POST', '/say', { text: '' }, /text/],
    ['POST', '/say', { text: 'a'.repeat(100_000) }, /text: .*4096.*100000/],
    ['POST', '/say', 'hello', /object.*"hello"/i],
  ])('%s %s %j is refused with what was found and what was expected', async (method, path, sent, text) => {
    const { status, body } = await room1(method, path, sent);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'bad-request', message: expect.stringMatching(text) } });
  });

  it.each([
    ['', /must be JSON; found: nothing/],
    ['{"text": ', /must be JSON; found: /],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /deeper than 64 levels/],
  ])('a body that is no proper JSON is refused (%#)', async (body, text) => {
    const response = await fetch(`${control.url}/api/devices/room1/say`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(text) } });
  });

  it('a body that is too large is refused before it is read', async () => {
    const text = 'a'.repeat(5 * 1024 * 1024);
    const { status, body } = await room1('POST', '/say', { text });
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: { code: 'too-large' } });
  });

  it('a page number that is none is refused', async () => {
    const { status, body } = await room1('GET', '/journal?after=last');
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { message: expect.stringContaining('"last"') } });
  });

  it('a call that does not exist is answered 404', async () => {
    const { status, body } = await room1('GET', '/shoes');
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { message: 'There is no GET /api/devices/room1/shoes.' } });
  });
});
