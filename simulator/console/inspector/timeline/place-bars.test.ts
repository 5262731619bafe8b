import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../assistant/turn-record.ts';
import { formatMilliseconds, offsetOf, turnDuration } from './milliseconds.ts';
import { placeBars } from './place-bars.ts';

const span = fc.double({ min: 0, max: 10_000, noNaN: true });
const timing = fc.record({ stage: fc.constantFrom(...STAGES), startedAt: span, milliseconds: span });

describe('placeBars', () => {
  it('places a stage by its share of the turn', () => {
    const [, second] = placeBars([
      { stage: 'hear', startedAt: 0, milliseconds: 25 },
      { stage: 'match', startedAt: 25, milliseconds: 75 },
    ]);
    expect(second).toMatchObject({ left: 25, width: 75 });
  });

  it('draws every bar within the turn and wide enough to be seen', () => {
    fc.assert(
      fc.property(fc.array(timing), (stages) => {
        for (const { left, width } of placeBars(stages)) {
          expect(width).toBeGreaterThan(0.5);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(100.001);
        }
      }),
    );
  });
});

describe('times', () => {
  it.each([
    [0.1234, '0.12 ms'],
    [8.25, '8.25 ms'],
    [42.04, '42.0 ms'],
    [123.6, '124 ms'],
    [2413, '2.41 s'],
  ])('writes %d as %s', (milliseconds, text) => {
    expect(formatMilliseconds(milliseconds)).toBe(text);
  });

  it('says how long after the beginning something happened', () => {
    const begin = '2026-11-20T10:00:00.000Z';
    expect(offsetOf('2026-11-20T10:00:00.025Z', begin)).toBe('+25 ms');
    expect(offsetOf('2026-11-20T10:00:12.400Z', begin)).toBe('+12 s');
  });

  it('counts a turn without stages as nothing', () => {
    expect(turnDuration([])).toBe(0);
  });
});
