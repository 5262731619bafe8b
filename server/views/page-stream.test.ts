import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EventReader } from './event-reader.fixture.ts';
import { ROOM, testViews } from './views.fixture.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Views whose clock is the one that the timers follow. */
async function streamingViews() {
  const { open, get, report, views } = await testViews({ now: () => new Date() });
  const follow = async (token: string, lastEventId?: string) => {
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
    const response = await get(`/views/dashboard/stream?token=${token}`, headers);
    expect(response.status).toBe(200);
    return new EventReader(response);
  };
  return { open, report, views, follow, get };
}

test('a stream is one of server-sent events that nothing on the way keeps back', async () => {
  const { open, get } = await streamingViews();
  const { headers } = await get(`/views/dashboard/stream?token=${(await open()).token}`);
  expect(headers.get('content-type')).toBe('text/event-stream');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-accel-buffering')).toBe('no');
});

test('it says when to come back, then the whole state, then each change', async () => {
  const { open, report, follow } = await streamingViews();
  const { token, report: bearer } = await open();
  const stream = await follow(token);
  expect(await stream.next()).toEqual({ retry: '2000' });
  expect(await stream.next()).toEqual({
    event: 'state',
    id: expect.stringMatching(/^[0-9a-f]{12}-\d+$/),
    data: JSON.stringify({
      page: 'dashboard',
      language: 'en-US',
      dismissal: 'ok webex, tell room to close it',
      closesInSeconds: 120,
      room: null,
    }),
  });
  await report(bearer, { room: ROOM });
  expect((await stream.state()).state.room).toEqual(ROOM);
});

describe('a page that comes back', () => {
  test('is told nothing again when nothing changed', async () => {
    const { open, follow, report } = await streamingViews();
    const { token, report: bearer } = await open();
    const { id } = await (await follow(token)).state();
    const stream = await follow(token, id);
    expect(await stream.next()).toEqual({ retry: '2000' });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await stream.next()).toEqual({ comment: 'still here' });
    await report(bearer, { room: ROOM });
    expect((await stream.state()).state.room).toEqual(ROOM);
  });

  test('gets the newest state when something did', async () => {
    const { open, follow, report } = await streamingViews();
    const { token, report: bearer } = await open();
    const { id } = await (await follow(token)).state();
    await report(bearer, { room: ROOM });
    await report(bearer, { room: { ...ROOM, volume: 0 } });
    expect((await (await follow(token, id)).state()).state.room?.volume).toBe(0);
  });

  test('gets the state when it brings the id of another server, or nonsense', async () => {
    const { open, follow } = await streamingViews();
    const { token } = await open();
    const { id } = await (await follow(token)).state();
    for (const foreign of [id.replace(/^[^-]+/, '0123456789ab'), 'nonsense', '']) {
      expect((await (await follow(token, foreign)).state()).id).toBe(id);
    }
  });
});

test('a comment comes from time to time, so that the connection is not taken for dead', async () => {
  const { open, follow } = await streamingViews();
  const stream = await follow((await open()).token);
  await stream.state();
  for (let count = 0; count < 3; count += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await stream.next()).toEqual({ comment: 'still here' });
  }
});

test('it ends when its token does', async () => {
  const { open, follow } = await streamingViews();
  const stream = await follow((await open()).token);
  await stream.state();
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  let last = await stream.next();
  while (last?.comment) last = await stream.next();
  expect(last).toEqual({ event: 'end', data: '{}' });
  expect(await stream.next()).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

test('a reader who is slow gets the newest state and not all of them', async () => {
  const { open, follow, report } = await streamingViews();
  const { token, report: bearer } = await open();
  const stream = await follow(token);
  await stream.state();
  for (let volume = 0; volume <= 50; volume += 1) await report(bearer, { room: { ...ROOM, volume } });
  let states = 1;
  while ((await stream.state()).state.room?.volume !== 50) states += 1;
  expect(states).toBeLessThan(10);
});

test('a device has few streams: the oldest is ended for good', async () => {
  const { open, follow } = await streamingViews();
  const { token } = await open();
  const streams = [];
  for (let count = 0; count < 5; count += 1) streams.push(await follow(token));
  const [oldest, second] = streams;
  await oldest?.state();
  expect(await oldest?.next()).toEqual({ event: 'end', data: '{}' });
  expect(await oldest?.next()).toBeNull();
  await second?.state();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await second?.next()).toEqual({ comment: 'still here' });
});

test('a reader who leaves leaves nothing behind', async () => {
  const { open, follow, report } = await streamingViews();
  const { token, report: bearer } = await open();
  const stream = await follow(token);
  await stream.state();
  await stream.cancel();
  expect(vi.getTimerCount()).toBe(0);
  expect((await report(bearer, { room: ROOM })).status).toBe(204);
});

test('closing the views drops the streams, without telling the pages to stay away', async () => {
  const { open, follow, views } = await streamingViews();
  const { token } = await open();
  const stream = await follow(token);
  await stream.state();
  views.close();
  expect(await stream.next()).toBeNull();
  const late = await follow(token);
  expect(await late.next()).toEqual({ retry: '2000' });
  expect(await late.next()).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});
