import type { Clock } from './clock.ts';
import type { Journal, JournalDraft, JournalEntry, Outcome } from './journal.ts';

/** Entries kept; the oldest go first. An hour of a busy device, and a few megabytes. */
const KEPT = 20_000;
/** Characters of a body, of parameters or of an answer that are kept: a macro's source is up to 2 MB. */
const LONGEST = 16_384;
/** How many go at once, so that forgetting does not cost at every entry. */
const FORGOTTEN_AT_ONCE = 1_000;

export class DeviceJournal implements Journal {
  #entries: JournalEntry[] = [];
  #last = 0;
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  get last(): number {
    return this.#last;
  }

  add(draft: JournalDraft): JournalEntry {
    this.#last += 1;
    const entry = { seq: this.#last, at: new Date(this.clock.now()).toISOString(), ...shorten(draft) };
    this.#entries.push(entry);
    if (this.#entries.length >= KEPT + FORGOTTEN_AT_ONCE) this.#entries = this.#entries.slice(-KEPT);
    this.#tell(entry);
    return entry;
  }

  open(draft: JournalDraft): (outcome: Outcome) => void {
    const entry = this.add(draft);
    return (outcome) => {
      const answered = { ...entry, ...shorten(outcome) };
      const position = this.#positionOf(entry.seq);
      if (this.#entries[position] !== entry) return;
      this.#entries[position] = answered;
      this.#tell(answered);
    };
  }

  after(seq: number): readonly JournalEntry[] {
    return this.#entries.slice(Math.max(0, this.#positionOf(seq + 1)));
  }

  onEntry(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Numbers have no gaps, so the position follows from the number. */
  #positionOf(seq: number): number {
    return seq - (this.#last - this.#entries.length + 1);
  }

  #tell(entry: JournalEntry): void {
    for (const listener of this.#listeners) listener(entry);
  }
}

/** Whatever is long is cut, with a word on how long it was. */
function shorten<Part extends Partial<JournalDraft>>(part: Part): Part {
  const entries = Object.entries(part).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
    if (text.length <= LONGEST) return [name, value];
    const cut = `${text.slice(0, LONGEST)}… (${text.length} characters)`;
    return [name, name === 'error' ? { ...part.error, message: cut } : cut];
  });
  return Object.fromEntries(entries) as Part;
}
