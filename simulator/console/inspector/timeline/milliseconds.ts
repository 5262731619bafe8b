import type { TurnRecord } from '../../state/control-types.ts';

/** `0.42 ms`, `8.3 ms`, `124 ms`, `2.41 s`: three figures say enough. */
export function formatMilliseconds(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  if (milliseconds >= 100) return `${Math.round(milliseconds)} ms`;
  return `${milliseconds.toFixed(milliseconds >= 10 ? 1 : 2)} ms`;
}

/** From the first word to the end of the last stage. */
export const turnDuration = (stages: TurnRecord['stages']) =>
  Math.max(0, ...stages.map(({ startedAt, milliseconds }) => startedAt + milliseconds));

/** How long after the turn's beginning something happened, in device time: `+12 ms`. */
export function offsetOf(at: string, begin: string): string {
  const milliseconds = Math.max(0, Date.parse(at) - Date.parse(begin));
  return milliseconds >= 10_000 ? `+${Math.round(milliseconds / 1000)} s` : `+${milliseconds} ms`;
}
