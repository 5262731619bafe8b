import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { itemText } from './item-text.ts';
import type { Gap, LogLine } from './log-item.ts';

const colors = picocolors.createColors(false);
const text = (line: Partial<LogLine>, columns?: number) =>
  itemText(
    'room1',
    {
      kind: 'line',
      line: {
        time: '2026-11-20T12:00:00.000Z',
        level: 'WARN',
        macro: 'bell',
        message: '',
        place: null,
        ...line,
      },
    },
    { colors, columns },
  );
const gap = (of: Gap) => itemText('room1', { kind: 'gap', gap: of }, { colors, columns: undefined });

const PREFIX = 'room1  2026-11-20T12:00:00.000Z  WARN   bell  ';

describe('a line', () => {
  test('has host, time, level, macro and message', () => {
    expect(text({ message: 'ding' })).toBe(`${PREFIX}ding\n`);
  });

  test('of several lines goes on under its first', () => {
    expect(text({ message: 'Error: no\r\n    at ring\n' })).toBe(
      `${PREFIX}Error: no\n${' '.repeat(PREFIX.length)}    at ring\n`,
    );
  });

  test('that is long is wrapped on a terminal, and nothing is cut', () => {
    const message = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    const wrapped = text({ message }, 100);
    for (const line of wrapped.trimEnd().split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(wrapped.slice(PREFIX.length).split(/\s+/).filter(Boolean)).toEqual(message.split(' '));
  });

  test('has a line of its own on a narrow terminal', () => {
    expect(text({ message: 'ding dong' }, 60)).toBe(`${PREFIX}\n    ding dong\n`);
  });

  test('whose time nobody knows says so', () => {
    expect(text({ time: '', message: 'ding' })).toBe('room1  -  WARN   bell  ding\n');
  });
});

test.each([
  [{ seconds: 12, missing: null }, '… 12 s without a connection; lines in between may be missing'],
  [{ seconds: 0, missing: 0 }, '… 0 s without a connection; no line is missing'],
  [{ seconds: 3, missing: 1 }, '… 3 s without a connection; 1 line is missing'],
  [{ seconds: null, missing: 7 }, '… 7 lines are missing'],
  [{ seconds: null, missing: null }, '… the log began anew; lines may be missing'],
])('the gap %j is said', (of, said) => {
  expect(gap(of)).toBe(`room1  ${said}\n`);
});
