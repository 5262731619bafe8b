import { batch, computed, signal } from '@preact/signals';
import type { Screen } from '../../device/screen.ts';
import { keepNewest, withEntries, withTurn } from './bounded-lists.ts';
import type { JournalEntry, MacroState, Snapshot, TurnRecord } from './control-types.ts';

/** How much the page remembers of a device that runs for days. */
const JOURNAL_BOUND = 5000;

/** Journal entries that arrive within this many milliseconds are drawn together. */
const JOURNAL_BEAT = 40;

/** What the page knows of the device that it shows. */
export const screen = signal<Screen | null>(null);
export const journal = signal<readonly JournalEntry[]>([]);
export const turns = signal<readonly TurnRecord[]>([]);
export const macros = signal<readonly MacroState[]>([]);

/** Milliseconds that the device's clock is ahead of this computer's. */
export const clockOffset = signal(0);

export const latestTurn = computed(() => turns.value.at(-1));

let waiting: JournalEntry[] = [];
let beat: ReturnType<typeof setTimeout> | undefined;

export function applySnapshot(snapshot: Snapshot): void {
  dropWaiting();
  batch(() => {
    screen.value = snapshot.screen;
    journal.value = keepNewest(snapshot.journal, JOURNAL_BOUND);
    turns.value = snapshot.turns;
    macros.value = snapshot.macros;
  });
}

export function applyJournalEntry(entry: JournalEntry): void {
  waiting.push(entry);
  beat ??= setTimeout(drawWaiting, JOURNAL_BEAT);
  noteClock(entry.at);
}

export function applyTurn(turn: TurnRecord): void {
  turns.value = withTurn(turns.value, turn);
}

/** Another device is shown from now on: nothing of the one before stays on the page. */
export function forgetDevice(): void {
  dropWaiting();
  batch(() => {
    screen.value = null;
    journal.value = [];
    turns.value = [];
    macros.value = [];
    clockOffset.value = 0;
  });
}

/** Empties the log and the calls on this page; the device keeps its journal. */
export function clearJournal(): void {
  dropWaiting();
  journal.value = [];
}

function drawWaiting(): void {
  const entries = waiting;
  dropWaiting();
  journal.value = withEntries(journal.value, entries, JOURNAL_BOUND);
}

function dropWaiting(): void {
  clearTimeout(beat);
  beat = undefined;
  waiting = [];
}

/** A live entry tells what time it is on the device; small differences are the way here. */
function noteClock(at: string): void {
  const offset = Date.parse(at) - Date.now();
  if (Math.abs(offset - clockOffset.value) > 2000) clockOffset.value = offset;
}
