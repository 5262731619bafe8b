import { expect, test } from 'vitest';
import { parseSince } from './since.ts';

test.each([
  ['90s', { agoMs: 90_000 }],
  ['10m', { agoMs: 600_000 }],
  ['1.5h', { agoMs: 5_400_000 }],
  ['2d', { agoMs: 172_800_000 }],
  ['2026-11-20T10:30:00Z', { at: Date.UTC(2026, 10, 20, 10, 30) }],
  ['2026-11-20', { at: Date.UTC(2026, 10, 20) }],
  ['start', 'start'],
])('%s is understood', (text, since) => {
  expect(parseSince(text)).toEqual(since);
});

test.each(['', '10', 'm', '-5m', '10 m', '1w', 'Start', '2026-13-45', '20.11.2026', 'yesterday'])(
  '%j is refused, with what is expected',
  (text) => {
    expect(() => parseSince(text)).toThrow(/expected a time ago such as 90s, 10m, 2h or 1d/);
  },
);
