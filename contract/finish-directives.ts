import * as v from 'valibot';
import { contractError } from './contract-error.ts';
import { type DirectiveSet, type DraftDirective, directives } from './directive-set.ts';
import { DIRECTIVE_NAMES, type Directive, type DirectiveName, DirectiveSchema } from './directives.ts';

export interface FinishOptions {
  /** What the other side can play; all nine when it does not say. Names that are not ours are passed over. */
  supported?: readonly string[] | undefined;
  /** What ends a set that has neither `listen` nor `sleep`: a skill that asked something listens. */
  ending?: 'listen' | 'sleep';
}

/** Said beside the set's words for a directive that was dropped and has no sentence of its own. */
const INSTEAD: Partial<Record<DirectiveName, string>> = {
  'display-web-view': "I can't show a page here.",
  'clear-web-view': "I can't close a page from here.",
  'assistant-event': "I can't reach the room from here.",
};

/** Seconds for which a bubble stays when a skill did not say how its turn ends. */
const DEFAULT_SLEEP = 5;

/**
 * Makes of a set the list that may be sent: every directive of the agreed shape, nothing that the other side
 * does not support (what it meant is said in text instead), and `listen` or `sleep` at the end. A side that
 * supports neither `reply` nor `speak` is sent text all the same, and one that supports neither ending gets none.
 *
 * @throws ContractError that names the directive and the field
 */
export function finishDirectives(set: DirectiveSet, options: FinishOptions = {}): Directive[] {
  const supported = new Set<string>(options.supported ?? DIRECTIVE_NAMES);
  const drafts = set.drafts.map(check);
  const endings = drafts.map(({ directive }) => directive).filter(isEnding);
  const body = drafts.filter(({ directive }) => !isEnding(directive));
  return [...sayInstead(body, supported), ...chooseEnding(endings, options.ending ?? 'sleep', supported)];
}

function check(draft: DraftDirective, index: number): DraftDirective {
  const result = v.safeParse(DirectiveSchema, draft.directive);
  if (!result.success) throw contractError(`directive ${index + 1} (${draft.directive.name})`, result.issues);
  return { ...draft, directive: result.output };
}

/** What can be played, and then in text what cannot, as far as it is not said already. */
function sayInstead(drafts: readonly DraftDirective[], supported: Set<string>): Directive[] {
  const isDropped = ({ directive }: DraftDirective) => !supported.has(directive.name);
  // Words tell what the set does. Where an effect brings its own words for being dropped, those are untrue.
  const isUntrue = drafts.some((draft) => isDropped(draft) && draft.instead !== undefined);
  const kept = isUntrue ? drafts.filter(({ directive }) => !isWords(directive)) : drafts;
  const played = kept.filter((draft) => !isDropped(draft)).map(({ directive }) => directive);
  const said = new Set(played.filter(isWords).map(({ payload }) => payload.text));
  const meanings = new Set(kept.filter(isDropped).map(meaning));
  const unsaid = [...meanings].filter((text) => text !== undefined && !said.has(text));
  return unsaid.length > 0 ? [...played, ...inWords(unsaid.join(' '), supported)] : played;
}

function meaning({ directive, instead }: DraftDirective): string | undefined {
  if (isWords(directive)) return directive.payload.text;
  if (directive.name === 'ui-hint') return hintSentence(directive.payload.text, directive.payload.prompt);
  return instead ?? INSTEAD[directive.name];
}

function hintSentence(hints: readonly string[], prompt = 'Try saying'): string | undefined {
  return hints.length > 0 ? `${prompt}: ${hints.map((hint) => `“${hint}”`).join(', ')}.` : undefined;
}

/** Shown and spoken, as far as the other side can. A turn that says nothing helps nobody: else it is shown. */
function inWords(text: string, supported: Set<string>): Directive[] {
  const { drafts } = directives().say(text);
  const ways = drafts.map(({ directive }) => directive).filter(({ name }) => supported.has(name));
  return ways.length > 0 ? ways : [{ name: 'reply', type: 'view', payload: { text } }];
}

/** The last ending that the set names, or the wanted one; the other where only that is supported. */
function chooseEnding(
  own: readonly Directive[],
  wanted: 'listen' | 'sleep',
  supported: Set<string>,
): Directive[] {
  const listen: Directive = { name: 'listen', type: 'action', payload: {} };
  const sleep: Directive = { name: 'sleep', type: 'action', payload: { delay: DEFAULT_SLEEP } };
  const first = own.at(-1) ?? (wanted === 'listen' ? listen : sleep);
  const second = first.name === 'listen' ? sleep : listen;
  return [first, second].filter(({ name }) => supported.has(name)).slice(0, 1);
}

const isEnding = ({ name }: Directive) => name === 'listen' || name === 'sleep';

const isWords = (directive: Directive): directive is Extract<Directive, { name: 'reply' | 'speak' }> =>
  directive.name === 'reply' || directive.name === 'speak';
