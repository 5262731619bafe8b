import { describe, expect, it } from 'vitest';
import { trustedProxies } from '../../http/trusted-proxies.ts';
import { openDoor, sealed } from './fixtures/open-door.ts';
import { type Posted, post } from './fixtures/test-door.ts';

describe('under pressure', () => {
  it('refuses a client that sends too much, and no other', async () => {
    const { door } = openDoor({ ratePerSecond: 1, now: () => 0 });
    const statuses: Posted[] = [];
    for (let index = 0; index < 3; index += 1) statuses.push(await post(door, 'x', { address: '192.0.2.1' }));
    const [, , third] = statuses;
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 429]);
    expect(third?.headers.get('retry-after')).toBe('1');
    expect((await post(door, 'x', { address: '192.0.2.2' })).status).toBe(400);
  });

  it('believes X-Forwarded-For only from a trusted proxy, and only its last entry', async () => {
    const { door } = openDoor({
      ratePerSecond: 0.5,
      now: () => 0,
      trustedProxies: trustedProxies(['10.0.0.0/8']),
    });
    const through = async (address: string, forwarded: string) =>
      (await post(door, 'x', { address, headers: { 'x-forwarded-for': forwarded } })).status;
    expect(await through('10.0.0.1', '192.0.2.1')).toBe(400);
    expect(await through('10.0.0.1', '192.0.2.2')).toBe(400);
    expect(await through('10.0.0.1', '1.1.1.1, 192.0.2.2')).toBe(429);
    expect(await through('192.0.2.9', '192.0.2.3')).toBe(400);
    expect(await through('192.0.2.9', '192.0.2.4')).toBe(429);
  });

  it('refuses turns beyond those that it can carry, and takes them again afterwards', async () => {
    const { door } = openDoor({ turnsInFlight: 1 });
    const answers = await Promise.all([post(door, sealed()), post(door, sealed())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503]);
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('1');
    expect((await post(door, sealed())).status).toBe(200);
  });
});
