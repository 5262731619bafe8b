import type { JournalEntry, TurnRecord } from './control-types.ts';

/** How many turns can be looked back at. */
export const TURN_BOUND = 50;

/** The last `bound` items; the list itself when it is short enough. */
export const keepNewest = <Item>(items: readonly Item[], bound: number): readonly Item[] =>
  items.length > bound ? items.slice(-bound) : items;

/** Adds a turn, or puts it in the place of the one with its id: the answer of `say` and the stream both bring it. */
export function withTurn(turns: readonly TurnRecord[], turn: TurnRecord): readonly TurnRecord[] {
  const known = turns.some(({ id }) => id === turn.id);
  if (known) return turns.map((other) => (other.id === turn.id ? turn : other));
  return keepNewest([...turns, turn], TURN_BOUND);
}

/**
 * Adds entries to the journal. One that is known already comes again when its answer has been filled in, and
 * takes its own place; the last word on an entry is the last one of `fresh`.
 */
export function withEntries(
  journal: readonly JournalEntry[],
  fresh: readonly JournalEntry[],
  bound: number,
): readonly JournalEntry[] {
  const bySeq = new Map(fresh.map((entry) => [entry.seq, entry]));
  const known = journal.map((entry) => bySeq.get(entry.seq) ?? entry);
  for (const { seq } of journal) bySeq.delete(seq);
  return keepNewest([...known, ...bySeq.values()], bound);
}
