import type { Handle, Handler, Skill } from './skill.ts';

/**
 * A skill, checked as it is made, so that a slip shows when the server starts and not in the meeting.
 *
 * @throws Error for a name that cannot be part of an address, and for an intent that is there twice
 */
export function defineSkill(skill: Skill): Skill {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(skill.name)) {
    throw new Error(`The skill "${skill.name}" needs a name of lower case letters, digits and hyphens.`);
  }
  const intents = skill.handlers.map((handler) => handler.intent);
  const twice = intents.find((intent, index) => intents.indexOf(intent) !== index);
  if (twice !== undefined) throw new Error(`The skill "${skill.name}" has the intent "${twice}" twice.`);
  return skill;
}

/** A handler for one intent. Without patterns it is reached only when an answer names it in `next`. */
export function on(intent: string, patterns: RegExp | readonly RegExp[], handle: Handle): Handler {
  return { intent, patterns: patterns instanceof RegExp ? [patterns] : patterns, handle };
}
