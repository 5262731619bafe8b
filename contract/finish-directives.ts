import * as v from 'valibot';
import { ContractError, contractError } from './contract-error.ts';
import type { DirectiveSet, DraftDirective } from './directive-set.ts';
import { DIRECTIVE_NAMES, type Directive, type DirectiveName, DirectiveSchema } from './directives.ts';

export interface FinishOptions {
  /** What the other side can play; all nine when it does not say. Names that are not ours are passed over. */
  supported?: readonly string[] | undefined;
  /** What ends a set that has neither `listen` nor `sleep`: a skill that asked something listens. */
  ending?: 'listen' | 'sleep';
}

/** Said in place of a directive that the other side does not support and that has no sentence of its own. */
const INSTEAD: Partial<Record<DirectiveName, string>> = {
  'display-web-view': "I can't show a page here.",
  'clear-web-view': "I can't close a page from here.",
  'assistant-event': "I can't reach the room from here.",
};

/** Seconds for which a bubble stays when a skill did not say how its turn ends. */
const DEFAULT_SLEEP = 5;

/**
 * Makes of a set the list that may be sent: every directive of the agreed shape, nothing that the other side
 * does not support (what it meant is said in text instead), and `listen` or `sleep` at the end.
 *
 * @throws ContractError that names the directive and the field
 */
export function finishDirectives(set: DirectiveSet, options: FinishOptions = {}): Directive[] {
  const supported = new Set<string>(options.supported ?? DIRECTIVE_NAMES);
  const checked = set.drafts.map(check);
  const played = checked.filter(({ directive }) => supported.has(directive.name));
  const dropped = checked.filter(({ directive }) => !supported.has(directive.name));
  const body = played.map(({ directive }) => directive).filter((directive) => !isEnding(directive));
  return [...body, ...sayInstead(body, dropped, supported), ...ending(set, supported, options.ending)];
}

function check(draft: DraftDirective, index: number): DraftDirective {
  const result = v.safeParse(DirectiveSchema, draft.directive);
  if (!result.success) throw contractError(`directive ${index + 1} (${draft.directive.name})`, result.issues);
  return { ...draft, directive: result.output };
}

/** The sentences that the dropped directives stood for, less those that are said anyway. */
function sayInstead(
  body: readonly Directive[],
  dropped: readonly DraftDirective[],
  supported: Set<string>,
): Directive[] {
  const said = new Set(
    body.flatMap((directive) => ('text' in directive.payload ? [directive.payload.text] : [])),
  );
  const missing = new Set(dropped.map(meaning).filter((text) => text !== undefined && !said.has(text)));
  if (missing.size === 0) return [];
  const text = [...missing].join(' ');
  const speak: Directive = { name: 'speak', type: 'action', payload: { text } };
  const reply: Directive = { name: 'reply', type: 'view', payload: { text } };
  const ways = [reply, speak].filter((directive) => supported.has(directive.name));
  // A turn that says nothing helps nobody: text goes out even to a side that names no way to show it.
  return ways.length > 0 ? ways : [reply];
}

function meaning({ directive, instead }: DraftDirective): string | undefined {
  if (directive.name === 'reply' || directive.name === 'speak') return directive.payload.text;
  if (directive.name === 'ui-hint') return hintSentence(directive.payload.text, directive.payload.prompt);
  return instead ?? INSTEAD[directive.name];
}

function hintSentence(hints: readonly string[], prompt = 'Try saying'): string | undefined {
  return hints.length > 0 ? `${prompt}: ${hints.map((hint) => `“${hint}”`).join(', ')}.` : undefined;
}

const isEnding = (directive: Directive) => directive.name === 'listen' || directive.name === 'sleep';

/** The set's own ending, moved to the end; the last one where it names several. */
function ending(
  set: DirectiveSet,
  supported: Set<string>,
  wanted: 'listen' | 'sleep' = 'sleep',
): Directive[] {
  const endings = set.drafts.map(({ directive }) => directive).filter(isEnding);
  const own = endings.at(-1);
  if (own) {
    if (endings.some((directive) => directive.name !== own.name)) {
      throw new ContractError('directives', '', 'a set ends with listen or with sleep, not with both');
    }
    if (supported.has(own.name)) return [own];
  }
  const listen: Directive = { name: 'listen', type: 'action', payload: {} };
  const sleep: Directive = { name: 'sleep', type: 'action', payload: { delay: DEFAULT_SLEEP } };
  const preferred = own ? (own.name === 'listen' ? sleep : listen) : wanted === 'listen' ? listen : sleep;
  const other = preferred.name === 'listen' ? sleep : listen;
  return [preferred, other].filter((directive) => supported.has(directive.name)).slice(0, 1);
}
