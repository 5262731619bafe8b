import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventReader } from './event-reader.fixture.ts';
import { ROOM, testViews } from './views.fixture.ts';

describe('a report', () => {
  test('is taken without a word and shown at once on the pages of its device, and on no other', async () => {
    const { open, get, report } = await testViews();
    const [mine, other] = [await open('dashboard'), await open('dashboard', { device: 'device-2' })];
    const stream = new EventReader(await get(`/views/dashboard/stream?token=${mine.token}`));
    const elsewhere = new EventReader(await get(`/views/dashboard/stream?token=${other.token}`));
    expect((await stream.state()).state.room).toBeNull();
    expect((await elsewhere.state()).state.room).toBeNull();

    const response = await report(mine.report, { room: ROOM });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect((await stream.state()).state).toMatchObject({ room: ROOM, closesInSeconds: 120 });

    await report(other.report, { closesInSeconds: 5 });
    expect((await elsewhere.state()).state).toMatchObject({ room: null, closesInSeconds: 5 });
  });

  test('of the end of one page leaves the others of the device alone', async () => {
    const { open, get, report } = await testViews();
    const [dashboard, page] = [await open('dashboard'), await open('switch')];
    await report(dashboard.report, { closesInSeconds: null });
    const state = async (name: string, token: string) =>
      (await new EventReader(await get(`/views/${name}/stream?token=${token}`)).state()).state
        .closesInSeconds;
    expect(await state('dashboard', dashboard.token)).toBeNull();
    expect(await state('switch', page.token)).toBe(120);
  });

  test('of what is known already is no news', async () => {
    const { open, get, report } = await testViews();
    const { token, report: bearer } = await open();
    await report(bearer, { room: ROOM });
    const stream = new EventReader(await get(`/views/dashboard/stream?token=${token}`));
    const first = await stream.state();
    await report(bearer, { room: { ...ROOM } });
    await report(bearer, {});
    await report(bearer, { room: { ...ROOM, volume: 41 } });
    const second = await stream.state();
    expect(second.state.room?.volume).toBe(41);
    expect(second.id).not.toBe(first.id);
  });
});

describe('is refused', () => {
  test('without a token for reports: 401', async () => {
    const { open, views, report, clock } = await testViews();
    const { token, report: bearer } = await open();
    const bare = await views.routes.request('/views/report', { method: 'POST', body: '{}' });
    expect(bare.status).toBe(401);
    expect(bare.headers.get('www-authenticate')).toBe('Bearer');
    expect((await report(token, {})).status).toBe(401);
    expect((await report(`${bearer}x`, {})).status).toBe(401);
    const basic = { method: 'POST', headers: { Authorization: `Basic ${bearer}` }, body: '{}' };
    expect((await views.routes.request('/views/report', basic)).status).toBe(401);
    clock.ms += 15 * 60_000;
    expect((await report(bearer, {})).status).toBe(401);
  });

  test.each([
    ['{', 'report: is not JSON'],
    ['', 'report: is not JSON'],
    ['"room"', /^report: /],
    ['{"room": {"name": "x"}}', /^report: room\.lights: /],
    ['{"closesInSeconds": -1}', /^report: closesInSeconds: /],
    ['['.repeat(10_000), 'report: is not JSON'],
  ])('when it is %#: 400, and it says why', async (body, message) => {
    const { open, report } = await testViews();
    const response = await report((await open()).report, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: expect.stringMatching(message) });
  });

  test('when it is long: 413, whether it says its length or not', async () => {
    const { open, report, views } = await testViews();
    const { report: bearer } = await open();
    const long = JSON.stringify({ x: 'x'.repeat(16 * 1024) });
    expect((await report(bearer, long)).status).toBe(413);
    const streamed = new Request('http://localhost/views/report', {
      method: 'POST',
      headers: { Authorization: `Bearer ${bearer}` },
      body: new Blob([long]).stream(),
      duplex: 'half',
    });
    expect((await views.routes.request(streamed)).status).toBe(413);
    expect((await report('nonsense', long)).status).toBe(401);
  });
});

test('no JSON breaks it', async () => {
  const { open, report } = await testViews();
  const { report: bearer } = await open();
  await fc.assert(
    fc.asyncProperty(fc.json(), async (body) => {
      expect([204, 400, 413]).toContain((await report(bearer, body)).status);
    }),
  );
});
