import { type DeviceLine, isRuntimeStart } from './device-line.ts';

/** What of the lines is shown; empty lists and texts admit everything. */
export interface LineFilter {
  readonly macros: readonly string[];
  /** This level and above. */
  readonly level: Level | undefined;
  /** Part of the message, in any case. */
  readonly text: string;
}

/** From what matters least to what matters most. `console.log` is as good as `console.info`. */
export const LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

const RANKS: Readonly<Record<string, number>> = { DEBUG: 0, LOG: 1, INFO: 1, WARN: 2, ERROR: 3 };

/**
 * Whether a line is of a macro and of a level that are wanted. A start of the runtime always is: what stands before
 * it was said by macros that do not run any more. So is a level that nobody knows.
 */
export function isWanted(line: Pick<DeviceLine, 'level' | 'macro' | 'message'>, filter: LineFilter): boolean {
  if (isRuntimeStart(line)) return true;
  if (filter.macros.length > 0 && !filter.macros.includes(line.macro)) return false;
  const rank = RANKS[line.level];
  return filter.level === undefined || rank === undefined || rank >= rankOf(filter.level);
}

/** Whether the message, with its places mapped already, has the words. */
export const hasText = (
  line: Pick<DeviceLine, 'level' | 'macro' | 'message'>,
  { text }: LineFilter,
): boolean => isRuntimeStart(line) || line.message.toLowerCase().includes(text.toLowerCase());

const rankOf = (level: Level): number => RANKS[level.toUpperCase()] ?? 0;
