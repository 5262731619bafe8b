/** Words that are for the Assistant, without its wake phrase. */
export interface Invocation {
  /** The skill's registered name. */
  readonly skill: string;
  /** What is left for the skill; empty when it was only called by its name. */
  readonly text: string;
}

const WAKE_PHRASE = /^\s*(?:ok|okay|hey)[\s,]+webex(?![\p{L}\p{N}_-])[\s,.:;!?]*/iu;
const VERB = /^\s*(tell|ask|open)\s+/iu;
const ONLY_PUNCTUATION = /^[\s,.:;!?]*$/u;

/** What follows “ok webex”, “okay webex” or “hey webex”; `undefined` when the Assistant was not addressed. */
export function afterWakePhrase(utterance: string): string | undefined {
  const wake = WAKE_PHRASE.exec(utterance);
  return wake ? utterance.slice(wake[0].length).trim() : undefined;
}

/**
 * Which skill the words after the wake phrase call: “tell NAME COMMAND”, “ask NAME to COMMAND”, “tell NAME”,
 * “open NAME”. Where several names fit, the longest is meant. `undefined` when no skill is called.
 */
export function matchInvocation(words: string, names: readonly string[]): Invocation | undefined {
  const verb = VERB.exec(words);
  if (!verb) return undefined;
  const called = words.slice(verb[0].length);
  const fitting = [...names]
    .filter((name) => nameWords(name).length > 0)
    .sort((a, b) => b.length - a.length)
    .flatMap((skill) => {
      const rest = afterName(called, skill);
      return rest === undefined ? [] : [{ skill, text: commandOf(rest) }];
    });
  const opens = verb[1]?.toLowerCase() === 'open';
  return fitting.find(({ text }) => !opens || text === '');
}

/** How a name is said: `switch-view` is “switch view”. */
export const spokenName = (name: string): string => nameWords(name).join(' ');

const nameWords = (name: string) => name.split(/[\s_-]+/u).filter((word) => word !== '');

function afterName(words: string, name: string): string | undefined {
  const pattern = nameWords(name).map(escapeForRegExp).join('[\\s_-]+');
  const match = new RegExp(`^${pattern}(?![\\p{L}\\p{N}_-])`, 'iu').exec(words);
  return match ? words.slice(match[0].length) : undefined;
}

/** “…, to turn on the lights” asks for “turn on the lights”. */
function commandOf(rest: string): string {
  if (ONLY_PUNCTUATION.test(rest)) return '';
  return rest
    .replace(/^[\s,:]+/u, '')
    .replace(/^to(?:\s+|$)/iu, '')
    .trim();
}

const escapeForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
