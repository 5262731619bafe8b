import type { DirectiveName } from '#contract';
import type { Turn } from './turn.ts';

/** Whether the other side of this turn can play a directive; it can when it does not say. */
export function canPlay(turn: Turn, name: DirectiveName): boolean {
  return turn.supportedDirectives?.includes(name) ?? true;
}
