import type { Handler, Slots } from './skill.ts';

export interface Match {
  readonly handler: Handler;
  readonly slots: Slots;
}

/** The first handler that fits the words; `allowed` names the only intents to try, and none means all. */
export function match(
  handlers: readonly Handler[],
  words: string,
  allowed: readonly string[],
): Match | undefined {
  for (const handler of handlers) {
    if (allowed.length > 0 && !allowed.includes(handler.intent)) continue;
    const slots = slotsOf(handler, words);
    if (slots) return { handler, slots };
  }
  return undefined;
}

/** The slots of the handler's first pattern that fits the words. */
export function slotsOf(handler: Handler, words: string): Slots | undefined {
  for (const pattern of handler.patterns) {
    pattern.lastIndex = 0; // A global or sticky pattern would go on from where it stopped last time.
    const found = pattern.exec(words);
    if (found) return { ...found.groups };
  }
  return undefined;
}
