import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateLimiter } from './rate-limiter.ts';

function limiter(options: { perSecond: number; burst?: number; clients?: number }) {
  const clock = { ms: 0 };
  const limits = new RateLimiter({ ...options, now: () => clock.ms });
  return { clock, take: (client = 'a') => limits.take(client) };
}

describe('RateLimiter', () => {
  it('lets a burst through, then the rate', () => {
    const { clock, take } = limiter({ perSecond: 10, burst: 3 });
    expect([take(), take(), take()]).toEqual([0, 0, 0]);
    expect(take()).toBeCloseTo(0.1);
    clock.ms += 100;
    expect(take()).toBe(0);
    expect(take()).toBeGreaterThan(0);
  });

  it('counts each client for itself', () => {
    const { take } = limiter({ perSecond: 1, burst: 1 });
    expect(take('a')).toBe(0);
    expect(take('b')).toBe(0);
    expect(take('a')).toBeGreaterThan(0);
  });

  it('never lets through more than the burst and what the time allows', () => {
    const gaps = fc.array(fc.nat(500), { maxLength: 200 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 50 }), (waits, perSecond) => {
        const { clock, take } = limiter({ perSecond, burst: 5 });
        let taken = 0;
        for (const wait of waits) {
          clock.ms += wait;
          if (take() === 0) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(5 + (clock.ms / 1000) * perSecond + 1e-6);
      }),
    );
  });

  it('forgets the client that was unseen for longest, and no other', () => {
    const { take } = limiter({ perSecond: 1, burst: 1, clients: 2 });
    take('a');
    take('b');
    take('a');
    take('c');
    expect(take('a')).toBeGreaterThan(0);
    expect(take('b')).toBe(0);
  });

  it('goes on when the clock is put back', () => {
    const { clock, take } = limiter({ perSecond: 1, burst: 2 });
    clock.ms = 1e9;
    take();
    clock.ms = 0;
    expect(take()).toBe(0);
  });

  it('sets no limit at 0', () => {
    const { take } = limiter({ perSecond: 0 });
    expect(Array.from({ length: 1000 }, () => take()).every((wait) => wait === 0)).toBe(true);
  });
});
