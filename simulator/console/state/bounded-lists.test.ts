import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepNewest, TURN_BOUND, withEntries, withTurn } from './bounded-lists.ts';
import type { JournalEntry, TurnRecord } from './control-types.ts';

const entry = (seq: number, part: Partial<JournalEntry> = {}): JournalEntry => ({
  seq,
  at: '2026-11-20T10:00:00.000Z',
  origin: 'control',
  kind: 'command',
  path: 'Audio Volume Set',
  ...part,
});
const turn = (id: number, text = 'hello'): TurnRecord => ({
  id,
  at: '2026-11-20T10:00:00.000Z',
  text,
  skill: null,
  request: null,
  response: null,
  played: [],
  stages: [],
  effects: [],
  error: null,
});
const seqs = (entries: readonly JournalEntry[]) => entries.map(({ seq }) => seq);

describe('keepNewest', () => {
  it('keeps the end of a list that has grown too long', () => {
    expect(keepNewest([1, 2, 3], 2)).toEqual([2, 3]);
  });

  it('gives back the list itself when it is short enough', () => {
    const items = [1, 2];
    expect(keepNewest(items, 2)).toBe(items);
  });
});

describe('withEntries', () => {
  it('adds what is new at the end', () => {
    expect(seqs(withEntries([entry(1)], [entry(2), entry(3)], 10))).toEqual([1, 2, 3]);
  });

  it('puts an answered entry in the place where it was asked', () => {
    const answered = entry(1, { result: { status: 'OK' } });
    expect(withEntries([entry(1), entry(2)], [answered], 10)).toEqual([answered, entry(2)]);
  });

  it('takes the last word on an entry that comes twice at once', () => {
    const answered = entry(1, { error: { code: 1, message: 'No' } });
    expect(withEntries([], [entry(1), answered], 10)).toEqual([answered]);
  });

  it('never holds more than the bound, never an entry twice, and always the newest', () => {
    const upTo = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        upTo,
        fc.array(upTo, { minLength: 1 }),
        fc.integer({ min: 1, max: 20 }),
        (old, again, bound) => {
          const before = Array.from({ length: old }, (_, index) => entry(index + 1));
          const fresh = [...new Set(again.map((seq) => Math.min(seq, old))), old + 1].map((seq) =>
            entry(seq),
          );
          const after = seqs(withEntries(before, fresh, bound));
          expect(after.length).toBeLessThanOrEqual(bound);
          expect(new Set(after).size).toBe(after.length);
          expect(after.at(-1)).toBe(old + 1);
        },
      ),
    );
  });
});

describe('withTurn', () => {
  it('adds a turn', () => {
    expect(withTurn([turn(1)], turn(2)).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('does not add the turn that came by another way already', () => {
    expect(withTurn([turn(1, 'before')], turn(1, 'after'))).toEqual([turn(1, 'after')]);
  });

  it('forgets the oldest turn past the bound', () => {
    const full = Array.from({ length: TURN_BOUND }, (_, index) => turn(index + 1));
    const after = withTurn(full, turn(TURN_BOUND + 1));
    expect(after).toHaveLength(TURN_BOUND);
    expect(after[0]?.id).toBe(2);
  });
});
