import type { Journal, JournalEntry } from '../device/journal.ts';
import type { Stage, StageTiming } from './turn-record.ts';

/** Watches one turn: how long its stages take, and what the device does meanwhile. */
export interface TurnWatch {
  /** Milliseconds of real time since the turn began. */
  now(): number;
  add(timing: StageTiming): void;
  /** Times one stage, also when it fails. */
  time<Result>(stage: Stage, run: () => Result): Result;
  timeAsync<Result>(stage: Stage, run: () => Promise<Result>): Promise<Result>;
  /** Stops watching; gives what was seen, stages in the order in which they began. */
  end(): { stages: StageTiming[]; effects: JournalEntry[] };
}

interface Seen {
  readonly entry: JournalEntry;
  readonly askedAt: number;
  /** When it was answered, or asked if there is no answer to wait for. */
  readonly at: number;
}

const NOTIFICATION = 'UserInterface Assistant Notification';

export function watchTurn(journal: Journal): TurnWatch {
  const before = journal.last;
  const origin = performance.now();
  const now = () => performance.now() - origin;
  const stages: StageTiming[] = [];
  // An entry comes twice when its answer took a moment: the later one counts, in the place of the first.
  const seen = new Map<number, Seen>();
  const stopWatching = journal.onEntry((entry) => {
    if (entry.seq > before)
      seen.set(entry.seq, { entry, at: now(), askedAt: seen.get(entry.seq)?.askedAt ?? now() });
  });
  const stop = (stage: Stage, startedAt: number) =>
    stages.push({ stage, startedAt, milliseconds: now() - startedAt });
  return {
    now,
    add: (timing) => stages.push(timing),
    time(stage, run) {
      const startedAt = now();
      try {
        return run();
      } finally {
        stop(stage, startedAt);
      }
    },
    async timeAsync(stage, run) {
      const startedAt = now();
      try {
        return await run();
      } finally {
        stop(stage, startedAt);
      }
    },
    end() {
      stopWatching();
      const all = [...stages, ...macroStage([...seen.values()])].sort((a, b) => a.startedAt - b.startedAt);
      return { stages: all, effects: [...seen.values()].map(({ entry }) => entry) };
    },
  };
}

/** From the event that the macros were sent to the last thing that one of them did. */
function macroStage(seen: readonly Seen[]): StageTiming[] {
  const byMacro = seen.filter(({ entry }) => entry.origin.startsWith('macro:'));
  const event = seen.find(({ entry }) => entry.kind === 'event' && entry.path === NOTIFICATION);
  const first = event ?? byMacro[0];
  if (!first || byMacro.length === 0) return [];
  const startedAt = first.askedAt;
  const end = Math.max(...byMacro.map(({ at }) => at));
  return [{ stage: 'macro', startedAt, milliseconds: Math.max(0, end - startedAt) }];
}
