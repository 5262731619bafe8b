import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../state/control-types.ts';
import { entrySummary } from './entry-summary.ts';
import { matchesText } from './journal-filter.ts';

const entry = (part: Partial<JournalEntry>): JournalEntry => ({
  seq: 1,
  at: '2026-11-20T10:00:00.000Z',
  origin: 'macro:room-controls',
  kind: 'command',
  path: 'Audio Volume Set',
  ...part,
});

describe('entrySummary', () => {
  it('says who asked and what with', () => {
    expect(entrySummary(entry({ params: { Level: 45, Device: 'Internal' } }))).toBe(
      'macro:room-controls  Level: 45, Device: "Internal"',
    );
  });

  it('says only who asked where there is no more', () => {
    expect(entrySummary(entry({}))).toBe('macro:room-controls');
  });

  it('shows a value that is no object as it is', () => {
    expect(entrySummary(entry({ kind: 'set', params: 'On' }))).toBe('macro:room-controls  "On"');
  });

  it('shows what a macro printed', () => {
    expect(entrySummary(entry({ kind: 'log', params: { Level: 'INFO', Message: 'hello' } }))).toBe('hello');
  });
});

describe('matchesText', () => {
  const set = entry({ params: { Level: 45 }, error: { code: 1, message: 'Out of range' } });

  it.each(['volume', 'ROOM-CONTROLS', 'level', 'out of range', '  '])(
    'finds %j anywhere in an entry',
    (text) => {
      expect(matchesText(set, text)).toBe(true);
    },
  );

  it('passes over what says something else', () => {
    expect(matchesText(set, 'standby')).toBe(false);
  });
});
