import { SKILL_INTRO } from '#contract';
import { type Conversation, newConversation } from './conversation.ts';
import { afterWakePhrase, matchInvocation } from './invocation.ts';

/** Who takes an utterance. */
export type Route =
  /** A skill, by its name in `conversation`. */
  | { readonly to: 'skill'; readonly conversation: Conversation & { skill: string }; readonly text: string }
  /** Only the wake phrase was said: the Assistant waits for more. */
  | { readonly to: 'awake' }
  /** The Assistant's own language processing. */
  | { readonly to: 'assistant' };

/** The Assistant hears what begins with its wake phrase, and everything while it listens. */
export const isHeard = (utterance: string, listening: Conversation | null): boolean =>
  listening !== null || afterWakePhrase(utterance) !== undefined;

/**
 * Decides who takes an utterance that is heard. While the Assistant listens, words without the wake phrase go on
 * with the conversation; with the wake phrase something new begins.
 */
export function routeUtterance(
  utterance: string,
  listening: Conversation | null,
  skills: readonly string[],
): Route {
  const addressed = afterWakePhrase(utterance);
  if (addressed === '') return { to: 'awake' };
  const skill = listening?.skill ?? null;
  if (addressed !== undefined || listening === null || skill === null) {
    return routeWords(addressed ?? utterance, skills);
  }
  if (!skills.includes(skill)) return { to: 'assistant' };
  return { to: 'skill', conversation: { ...listening, skill }, text: utterance.trim() };
}

function routeWords(words: string, skills: readonly string[]): Route {
  const invocation = matchInvocation(words, skills);
  if (!invocation) return { to: 'assistant' };
  const { skill, text } = invocation;
  const conversation = newConversation(skill, text === '' ? SKILL_INTRO : null);
  return { to: 'skill', conversation: { ...conversation, skill }, text };
}
