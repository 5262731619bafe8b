import type { DirectiveSet } from '#contract';
import type { Turn } from './turn.ts';

/** What a handler gives back. Without `frame` the conversation's frame is kept as it is. */
export interface Answer {
  readonly directives: DirectiveSet;
  readonly frame?: Readonly<Record<string, unknown>>;
  /** The handler that takes the next turn; naming one makes the device listen. */
  readonly next?: string;
  /** The only intents that the next turn may match. */
  readonly allowedIntents?: readonly string[];
}

/** Named parts of what was said: the groups of a pattern. */
export type Slots = Readonly<Record<string, string | undefined>>;

export type Handle = (turn: Turn, slots: Slots) => Answer | Promise<Answer>;

/** Takes a turn that its pattern fits, or that names it as the target state. */
export interface Handler {
  /** The intent's name; also the name by which `next` and `allowedIntents` refer to it. */
  readonly intent: string;
  /** Tried in order against the whole text; a handler without any is reached only by its name. */
  readonly patterns: readonly RegExp[];
  readonly handle: Handle;
}

/** One skill, in one folder of server/skills. */
export interface Skill {
  /** Lower case, letters, digits and hyphens; the last part of its address, and what people call it. */
  readonly name: string;
  /** The first whose pattern fits takes the turn. */
  readonly handlers: readonly Handler[];
  /** Takes `skill_intro` and turns without words. */
  readonly introduction: Handle;
  /** Takes what no handler does. */
  readonly otherwise: Handle;
}
