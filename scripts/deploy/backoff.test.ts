import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

test('pauses double up to the longest', () => {
  const never = () => 0;
  expect([1, 2, 3, 7, 8, 5000].map((failures) => backoffMs(failures, {}, never))).toEqual([
    500, 1000, 2000, 30_000, 30_000, 30_000,
  ]);
});

test('chance takes at most half of a pause away', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const whole = backoffMs(failures, {}, () => 0);
        const delay = backoffMs(failures, {}, () => chance);
        expect(delay).toBeLessThanOrEqual(whole);
        expect(delay).toBeGreaterThanOrEqual(whole / 2);
      },
    ),
  );
});
