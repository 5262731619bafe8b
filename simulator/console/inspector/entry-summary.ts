import type { Json } from '../../device/types.ts';
import type { JournalEntry } from '../state/control-types.ts';
import { logLine } from './macros/log-line.ts';

/** Who asked, and what with, in a line; of a log what was printed. */
export function entrySummary(entry: JournalEntry): string {
  if (entry.kind === 'log') return logLine(entry).message;
  const words = entry.params === undefined ? '' : oneLine(entry.params);
  return [entry.origin, words].filter(Boolean).join('  ');
}

/** Parameters as `Level: 45, Name: "room-lights"`; other values as JSON. */
function oneLine(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, item]) => `${name}: ${JSON.stringify(item)}`)
    .join(', ');
}
