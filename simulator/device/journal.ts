import type { Json, Origin } from './types.ts';

export type JournalKind = 'command' | 'get' | 'set' | 'subscribe' | 'event' | 'log';

/** One thing that the device was asked or told, or that happened on it. Part of the public control interface. */
export interface JournalEntry {
  /** Counts up from 1 without gaps. */
  readonly seq: number;
  /** Device time, ISO 8601. */
  readonly at: string;
  readonly origin: Origin;
  readonly kind: JournalKind;
  /** Space-separated, as `Audio Volume Set`; of a log the macro's name. */
  readonly path: string;
  readonly params?: Json;
  readonly body?: string;
  readonly result?: Json;
  readonly error?: { readonly code: number; readonly message: string };
  /** The command has a shape but no behavior here: it answered OK and did nothing. */
  readonly shapeOnly?: true;
}

export interface Journal {
  add(entry: Omit<JournalEntry, 'seq' | 'at'>): JournalEntry;
  /** Entries with `seq` greater than `after`, oldest first; the oldest are forgotten past a bound. */
  after(seq: number): readonly JournalEntry[];
  readonly last: number;
  onEntry(listener: (entry: JournalEntry) => void): () => void;
}
