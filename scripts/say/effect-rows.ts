import type { JournalEntry } from '#simulator/device/journal';
import type { Json } from '#simulator/device/types';

export interface EffectRow {
  /** The macro's name, `assistant`, `device`, `client 1`. */
  readonly who: string;
  readonly text: string;
  readonly failed: boolean;
}

/** What of the journal changed something or says something: reading and listening are left out. */
export function effectRows(effects: readonly JournalEntry[]): EffectRow[] {
  return effects.filter(isEffect).map((entry) => ({
    who: entry.origin.replace(/^macro:/, '').replace(':', ' '),
    text: [textOf(entry), entry.error && `failed: ${entry.error.message}`].filter(Boolean).join(' '),
    failed: entry.error !== undefined || isErrorLog(entry),
  }));
}

const isEffect = ({ kind, path }: JournalEntry) =>
  kind === 'command' || kind === 'set' || kind === 'log' || (kind === 'event' && !TOLD_OTHERWISE.has(path));

/** Events that say again what stands there already: a line of a log, a directive. */
const TOLD_OTHERWISE = new Set(['Macros Log', 'UserInterface Assistant Notification']);

function textOf({ kind, path, params, shapeOnly }: JournalEntry): string {
  if (kind === 'log') return `${fieldOf(params, 'Level')} ${fieldOf(params, 'Message')}`;
  const what = kind === 'event' ? `raises ${path}` : kind === 'set' ? `sets ${path}` : path;
  return [what, paramsText(params), shapeOnly && '(shape only)'].filter(Boolean).join(' ');
}

const isErrorLog = ({ kind, params }: JournalEntry) => kind === 'log' && fieldOf(params, 'Level') === 'ERROR';

function fieldOf(params: Json | undefined, field: string): string {
  const values = typeof params === 'object' && params !== null ? new Map(Object.entries(params)) : new Map();
  return String(values.get(field) ?? '');
}

/** `Level=30 Device="Desk phone"`. */
function paramsText(params: Json | undefined): string {
  if (params === undefined || params === null) return '';
  if (typeof params !== 'object') return `= ${params}`;
  return Object.entries(params)
    .map(([name, value]) => `${name}=${/^[\w.:/-]+$/.test(String(value)) ? value : JSON.stringify(value)}`)
    .join(' ');
}
