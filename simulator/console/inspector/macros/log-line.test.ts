import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../state/control-types.ts';
import { isShown, type LogLine, logLine } from './log-line.ts';

const entry = (params: JournalEntry['params']): JournalEntry => ({
  seq: 7,
  at: '2026-11-20T10:00:00.000Z',
  origin: 'macro:keeper',
  kind: 'log',
  path: 'keeper',
  ...(params !== undefined && { params }),
});
const line: LogLine = { seq: 1, at: '', macro: 'keeper', level: 'warn', message: 'The page is gone' };

describe('logLine', () => {
  it.each([
    ['DEBUG', 'debug'],
    ['INFO', 'info'],
    ['LOG', 'info'],
    ['WARNING', 'warn'],
    ['ERROR', 'error'],
  ])('knows the level %s as %s', (Level, level) => {
    expect(logLine(entry({ Level, Message: 'hello' }))).toMatchObject({
      macro: 'keeper',
      level,
      message: 'hello',
    });
  });

  it.each([[undefined], ['text'], [null], [['a']]])('stands a log entry with the parameters %j', (params) => {
    expect(logLine(entry(params))).toMatchObject({ seq: 7, level: 'info', message: '' });
  });
});

describe('isShown', () => {
  it.each([
    ['debug', true],
    ['warn', true],
    ['error', false],
  ] as const)('shows a warning from the level %s: %s', (atLeast, shown) => {
    expect(isShown(line, atLeast, '')).toBe(shown);
  });

  it('looks for the words in macro and message, whatever their case', () => {
    expect(isShown(line, 'debug', ' KEEPER ')).toBe(true);
    expect(isShown(line, 'debug', 'page is')).toBe(true);
    expect(isShown(line, 'debug', 'lights')).toBe(false);
  });
});
