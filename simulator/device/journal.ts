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

export type JournalDraft = Omit<JournalEntry, 'seq' | 'at'>;
/** How what was asked ended. */
export type Outcome = Pick<JournalEntry, 'result' | 'error' | 'shapeOnly'>;

export interface Journal {
  add(entry: JournalDraft): JournalEntry;
  /** Adds what is asked now; the answer is filled in when it is known. So the order is that of asking. */
  open(entry: JournalDraft): (outcome: Outcome) => void;
  /** Entries with `seq` greater than `after`, oldest first; the oldest are forgotten past a bound. */
  after(seq: number): readonly JournalEntry[];
  readonly last: number;
  /** Called when an entry is added, and again, with the same `seq`, when the answer has been filled in. */
  onEntry(listener: (entry: JournalEntry) => void): () => void;
}
