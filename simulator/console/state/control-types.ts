import type { TurnRecord } from '../../assistant/turn-record.ts';
import type { JournalEntry } from '../../device/journal.ts';
import type { Screen } from '../../device/screen.ts';

export type { TurnRecord } from '../../assistant/turn-record.ts';
export type { JournalEntry } from '../../device/journal.ts';

/** One of `GET /api/devices`. */
export interface DeviceInfo {
  readonly name: string;
  /** What jsxapi's `connect` takes. */
  readonly address: string;
  readonly username: string;
  readonly password: string;
  readonly product: string;
  readonly release: string;
}

export interface MacroState {
  readonly name: string;
  readonly active: boolean;
  readonly running: boolean;
}

/** The first event of `GET /api/devices/:name/live`: everything that the page starts from. */
export interface Snapshot {
  readonly screen: Screen;
  readonly journal: readonly JournalEntry[];
  readonly turns: readonly TurnRecord[];
  readonly macros: readonly MacroState[];
}

/** The named events of the live stream, each with what its `data` holds. */
export interface LiveEvents {
  snapshot: Snapshot;
  screen: Screen;
  journal: JournalEntry;
  turn: TurnRecord;
  macros: readonly MacroState[];
}
