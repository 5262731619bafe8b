import { decodeJwt } from 'jose';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { assistantEventSchemas } from '#contract';
import { EventReader } from './event-reader.fixture.ts';
import { ROOM, testViews } from './views.fixture.ts';

const firstState = async (
  get: (path: string) => Response | Promise<Response>,
  page: string,
  token: string,
) => {
  const events = new EventReader(await get(`/views/${page}/stream?token=${token}`));
  const { state } = await events.state();
  await events.cancel();
  return state;
};

test('an opened page has an address for the device, and where the device may report', async () => {
  const { open } = await testViews();
  const { url, event, token, report } = await open('dashboard', { device: 'device-1', locale: 'de-DE' });
  expect(url).toBe(`http://rooms.example.com/views/dashboard?token=${token}`);
  expect(event).toEqual({
    closeAfterSeconds: 120,
    report: { url: 'http://rooms.example.com/views/report', token: report },
  });
  expect(v.parse(assistantEventSchemas['page-opened'], event)).toEqual(event);
  const bound = { sub: 'device-1', page: 'dashboard', language: 'de-DE' };
  expect(decodeJwt(token)).toMatchObject({ ...bound, aud: 'view' });
  expect(decodeJwt(report)).toMatchObject({ ...bound, aud: 'report' });
});

test('a turn of no device gets a page of its own', async () => {
  const { open } = await testViews();
  const subjects = await Promise.all(
    [1, 2].map(async () => decodeJwt((await open('dashboard', { device: null })).token).sub),
  );
  expect(new Set(subjects).size).toBe(2);
});

test('the address may be known late, and end in a slash', async () => {
  let address = '';
  const { open } = await testViews({ publicUrl: () => address });
  address = 'http://127.0.0.1:4711/';
  expect((await open()).url).toMatch(/^http:\/\/127\.0\.0\.1:4711\/views\/dashboard\?token=/);
});

test('an address that no device would take is refused', async () => {
  const { open } = await testViews({ publicUrl: `http://${'x'.repeat(2000)}.example.com` });
  await expect(open()).rejects.toThrow(/^The page's address has \d+ characters; a device takes 2000\.$/);
});

test('a page shows its language, how to dismiss it and when it goes', async () => {
  const { open, get } = await testViews();
  const { token } = await open('switch', { locale: null, language: 'nb' });
  expect(await firstState(get, 'switch', token)).toEqual({
    page: 'switch',
    language: 'nb',
    dismissal: 'ok webex, tell switch view to turn off',
    closesInSeconds: 120,
    room: null,
  });
  const dashboard = await open('dashboard');
  expect((await firstState(get, 'dashboard', dashboard.token)).dismissal).toBe(
    'ok webex, tell room to close it',
  );
});

test('its seconds are counted when they are sent, and start again when it is opened again', async () => {
  const { open, get, clock } = await testViews({ closeAfterSeconds: 60 });
  const { token } = await open();
  clock.ms += 45_400;
  expect((await firstState(get, 'dashboard', token)).closesInSeconds).toBe(15);
  clock.ms += 60_000;
  expect((await firstState(get, 'dashboard', token)).closesInSeconds).toBe(0);
  const again = await open();
  expect((await firstState(get, 'dashboard', again.token)).closesInSeconds).toBe(60);
});

test('a page that nobody closes does not count down', async () => {
  const forever = await testViews({ closeAfterSeconds: 0 });
  const opened = await forever.open();
  expect(opened.event.closeAfterSeconds).toBe(0);
  expect((await firstState(forever.get, 'dashboard', opened.token)).closesInSeconds).toBeNull();

  const { open, get } = await testViews();
  const { token } = await open('dashboard', { supportedDirectives: ['display-web-view', 'sleep'] });
  expect((await firstState(get, 'dashboard', token)).closesInSeconds).toBeNull();
});

test('after a restart, a page keeps its time by its token, until the device tells more', async () => {
  const before = await testViews();
  const { token, report } = await before.open();
  const after = await testViews({ now: () => new Date(before.clock.ms) });
  before.clock.ms += 30_000;
  expect(await firstState(after.get, 'dashboard', token)).toMatchObject({ closesInSeconds: 90, room: null });
  await after.report(report, { room: ROOM, closesInSeconds: 20 });
  expect(await firstState(after.get, 'dashboard', token)).toMatchObject({ closesInSeconds: 20, room: ROOM });

  const late = await testViews({ now: () => new Date(before.clock.ms) });
  before.clock.ms += 300_000;
  expect(await firstState(late.get, 'dashboard', token)).toMatchObject({ closesInSeconds: null });
});
