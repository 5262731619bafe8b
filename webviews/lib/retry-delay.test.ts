import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelay } from './retry-delay.ts';

describe('the time before the next attempt', () => {
  it('doubles from a second up to half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 60].map((attempt) => retryDelay(attempt, 0))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
  });

  it('is spread by up to a fifth, and stays a time that a timer takes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const shortest = retryDelay(attempt, 0);
        expect(retryDelay(attempt, chance)).toBeGreaterThanOrEqual(shortest);
        expect(retryDelay(attempt, chance)).toBeLessThanOrEqual(Math.min(shortest * 1.2, 36_000));
      }),
    );
  });
});
