import type { Colors } from 'picocolors/types';
import { printable } from '#scripts/say/printable';
import { isSuccess } from './fleet-report.ts';
import type { FleetState, Row } from './fleet-state.ts';
import { countsText, outcomeText } from './outcome-text.ts';

export interface Screen {
  readonly columns: number;
  readonly rows: number;
}

/** The widest a label's column grows. */
const LABEL_MAX = 32;

/**
 * The table as lines that fit the screen: all devices where there is room for them, else only those under way, and
 * below them the counts.
 */
export function fleetTable(state: FleetState, now: number, screen: Screen, colors: Colors): string[] {
  const room = Math.max(1, screen.rows - 2);
  const all = state.rows;
  const candidates = all.length <= room ? all : state.underWay;
  const shown = candidates.slice(0, room);
  const width = Math.min(LABEL_MAX, Math.max(0, ...all.map(({ label }) => label.length)));
  const lines = shown.map((row) => rowLine(row, now, width, screen.columns, colors));
  return [...lines, oneLine(countsLine(state, candidates.length - shown.length), screen.columns)];
}

function rowLine(row: Row, now: number, width: number, columns: number, colors: Colors): string {
  const label = shorten(row.label, width).padEnd(width);
  const text = oneLine(`${label}  ${elapsed(row, now)}  ${printable(stepOf(row))}`, columns);
  if (!row.entry) return row.startedAt === undefined ? colors.dim(text) : text;
  return isSuccess(row.entry.outcome) ? colors.green(text) : colors.red(text);
}

const stepOf = ({ startedAt, step, entry }: Row) =>
  entry ? outcomeText(entry) : startedAt === undefined ? 'waiting' : step;

function elapsed({ startedAt, entry }: Row, now: number): string {
  const seconds = entry?.seconds ?? (startedAt === undefined ? 0 : (now - startedAt) / 1000);
  return `${seconds.toFixed(1)} s`.padStart(7);
}

/** `12 of 100 done: 10 deployed, 2 failed · 8 under way · 80 waiting`. */
function countsLine(state: FleetState, hidden: number): string {
  const all = state.rows.length;
  const done = [...state.counts.values()].reduce((sum, count) => sum + count, 0);
  const underWay = state.underWay.length;
  const counts = countsText(Object.fromEntries(state.counts));
  return [
    `${done} of ${all} done${counts && `: ${counts}`}`,
    `${underWay} under way${hidden > 0 ? ` (${hidden} not shown)` : ''}`,
    `${all - done - underWay} waiting`,
  ].join(' · ');
}

/** One column less than there are: a full line makes some terminals begin another. */
const oneLine = (text: string, columns: number) => shorten(text, Math.max(1, columns - 1));

const shorten = (text: string, width: number) =>
  text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
