import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceLine } from './device-line.ts';
import { LineTracker } from './line-tracker.ts';

const line = (offset: number | null, time: number = offset ?? 0): DeviceLine => ({
  level: 'LOG',
  macro: 'bell',
  message: `line ${offset} at ${time}`,
  offset,
  time,
});
const log = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => line(from + index));

/** Has seen the lines 1 to 5. */
function tracker() {
  const made = new LineTracker();
  made.resume(log(1, 5));
  return made;
}
const offsets = ({ lines }: { lines: readonly DeviceLine[] }) => lines.map(({ offset }) => offset);

describe('after connecting again', () => {
  test('only lines that are new are fresh', () => {
    const fresh = tracker().resume(log(3, 8));
    expect([offsets(fresh), fresh.missing]).toEqual([[6, 7, 8], 0]);
  });

  test('nothing new is nothing missing', () => {
    expect(tracker().resume(log(1, 5))).toEqual({ lines: [], missing: 0 });
  });

  test('lines that the device has forgotten meanwhile are counted', () => {
    const fresh = tracker().resume(log(9, 12));
    expect([offsets(fresh), fresh.missing]).toEqual([[9, 10, 11, 12], 3]);
  });

  test('a log that was begun anew is fresh as a whole, and nobody knows what is missing', () => {
    const shorter = [line(1, 100), line(2, 101)];
    expect(tracker().resume(shorter)).toEqual({ lines: shorter, missing: null });
    const longer = Array.from({ length: 9 }, (_, index) => line(index + 1, 100 + index));
    expect(tracker().resume(longer)).toEqual({ lines: longer, missing: null });
    expect(tracker().resume([])).toEqual({ lines: [], missing: null });
  });

  test('a device that does not count its lines is gone by the time', () => {
    const made = new LineTracker();
    made.resume([line(null, 10)]);
    expect(made.resume([line(null, 10), line(null, 11)])).toEqual({ lines: [line(null, 11)], missing: null });
  });
});

describe('an event', () => {
  test('with a line that was fetched already brings nothing', () => {
    expect(tracker().next(line(5))).toEqual({ lines: [], missing: 0 });
  });

  test('with the next line brings it, with a later one also the count of those between', () => {
    const made = tracker();
    expect(made.next(line(6))).toEqual({ lines: [line(6)], missing: 0 });
    expect(made.next(line(10))).toEqual({ lines: [line(10)], missing: 3 });
  });

  test('with a lower number and a later time means that the log was begun anew', () => {
    expect(tracker().next(line(1, 99))).toEqual({ lines: [line(1, 99)], missing: null });
  });
});

test('however often the connection breaks, each line is given once and each that is not is counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ lines: fc.nat(9), isConnected: fc.boolean(), kept: fc.nat(5) })),
      (steps) => {
        const made = new LineTracker();
        const given = [...made.resume([]).lines];
        let last = 1;
        let missing = 0;
        const take = (fresh: ReturnType<LineTracker['next']>) => {
          given.push(...fresh.lines);
          missing += fresh.missing ?? 0;
        };
        take(made.next(line(last)));
        for (const { lines, isConnected, kept } of steps) {
          const written = log(last + 1, last + lines);
          last += lines;
          if (isConnected) for (const each of written) take(made.next(each));
          else take(made.resume(log(Math.max(1, last - kept), last)));
        }
        expect(given.map(({ offset }) => offset)).toEqual([...new Set(given.map(({ offset }) => offset))]);
        expect(given.length + missing).toBe(last);
      },
    ),
  );
});
