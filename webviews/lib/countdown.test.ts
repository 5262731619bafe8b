import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countdownAt, LAST_SECONDS } from './countdown.ts';

const DAY = 86_400_000;

describe('the countdown', () => {
  it.each([
    [300_000, { phase: 'minutes', left: 5 }],
    [240_001, { phase: 'minutes', left: 5 }],
    [240_000, { phase: 'minutes', left: 4 }],
    [30_001, { phase: 'minutes', left: 1 }],
    [30_000, { phase: 'seconds', left: 30 }],
    [1, { phase: 'seconds', left: 1 }],
    [0, { phase: 'closing' }],
    [-5000, { phase: 'closing' }],
  ])('at %i ms is %o', (left, shown) => {
    expect(countdownAt(left).shown).toEqual(shown);
  });

  it('changes exactly when it says that it will', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: DAY }), (left) => {
        const { shown, changesIn } = countdownAt(left);
        if (changesIn === null) throw new Error('it stops before the end');
        expect(changesIn).toBeGreaterThan(0);
        expect(countdownAt(left - changesIn).shown).not.toEqual(shown);
        expect(countdownAt(left - changesIn + 1).shown).toEqual(shown);
      }),
    );
  });

  it('wakes up at most once a minute before the last seconds, and once a second in them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: DAY }), (start) => {
        let left = start;
        let wakes = 0;
        for (let next = countdownAt(left).changesIn; next !== null; next = countdownAt(left).changesIn) {
          left -= next;
          wakes += 1;
        }
        expect(wakes).toBeLessThanOrEqual(Math.ceil(start / 60_000) + LAST_SECONDS + 1);
      }),
      { numRuns: 20 },
    );
  });
});
