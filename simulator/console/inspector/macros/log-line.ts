import type { JournalEntry } from '../../state/control-types.ts';

export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

export interface LogLine {
  readonly seq: number;
  readonly at: string;
  readonly macro: string;
  readonly level: Level;
  readonly message: string;
}

/** A journal entry of kind `log` as a line of the log. */
export function logLine({ seq, at, path, params }: JournalEntry): LogLine {
  const { Level: level, Message: message } = paramsOf(params);
  return { seq, at, macro: path, level: levelOf(level), message: String(message ?? '') };
}

const paramsOf = (params: JournalEntry['params']): { Level?: unknown; Message?: unknown } =>
  typeof params === 'object' && params !== null && 'Message' in params ? params : {};

/** RoomOS writes levels in capitals, and some in full: `WARNING`. */
function levelOf(level: unknown): Level {
  const name = String(level).toLowerCase();
  return LEVELS.find((known) => name.startsWith(known)) ?? 'info';
}

/** Whether a line is at least as grave as the level and says the words, or comes from a macro so called. */
export function isShown(line: LogLine, atLeast: Level, text: string): boolean {
  const grave = LEVELS.indexOf(line.level) >= LEVELS.indexOf(atLeast);
  return grave && `${line.macro} ${line.message}`.toLowerCase().includes(text.trim().toLowerCase());
}
