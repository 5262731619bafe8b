import { describe, expect, it } from 'vitest';
import { openDoor, sealed } from './fixtures/open-door.ts';
import { codeOf, from, post } from './fixtures/test-door.ts';

describe('a message is taken once and while it is fresh', () => {
  const NOW = 1_800_000_000;
  const at = (seconds: number) => ({ now: () => seconds * 1000 });

  it('refuses the same message a second time, at every skill and every door', async () => {
    const { door } = openDoor();
    const body = sealed();
    const query = new URLSearchParams({ ...body });
    expect((await post(door, body)).status).toBe(200);
    const again = await post(door, body, { path: '/parse' });
    expect([again.status, codeOf(again)]).toEqual([401, 'replayed']);
    expect((await door.request(`/skills/echo?${query}`, {}, from('127.0.0.1'))).status).toBe(401);
  });

  it('takes one of many that arrive at once', async () => {
    const { door } = openDoor();
    const body = sealed();
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => post(door, body)))).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 401, 401, 401]);
  });

  it('does not count a message that was not genuine', async () => {
    const { door } = openDoor();
    const body = sealed();
    expect((await post(door, { ...body, signature: 'forged' })).status).toBe(401);
    expect((await post(door, body)).status).toBe(200);
  });

  it.each([
    [-301, 401],
    [-300, 200],
    [300, 200],
    [301, 401],
  ])('answers a message sealed %i seconds from now with %i', async (offset, status) => {
    const answer = await post(openDoor(at(NOW)).door, sealed({}, NOW + offset));
    expect(answer.status).toBe(status);
    if (status === 401) expect(codeOf(answer)).toBe('stale');
  });

  it('keeps to another bound when told to', async () => {
    const { door } = openDoor({ ...at(NOW), freshnessSeconds: 10 });
    expect((await post(door, sealed({}, NOW - 10))).status).toBe(200);
    expect((await post(door, sealed({}, NOW - 11))).status).toBe(401);
  });
});
