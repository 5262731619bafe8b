import type { JournalEntry } from '../state/control-types.ts';

/** Whether an entry says the words anywhere: in its path, its origin, its parameters or its answer. */
export function matchesText(entry: JournalEntry, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const { error, origin, params, path, result } = entry;
  return JSON.stringify([path, origin, params, result, error]).toLowerCase().includes(wanted);
}
