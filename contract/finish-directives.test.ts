import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  ContractError,
  DIRECTIVE_NAMES,
  type Directive,
  DirectiveSchema,
  DirectiveSet,
  type DraftDirective,
  directives,
  finishDirectives,
} from '#contract';

const names = (list: readonly Directive[]) => list.map(({ name }) => name);
const texts = (list: readonly Directive[]) =>
  list.flatMap((directive) => (directive.name === 'reply' ? [directive.payload.text] : []));
const without = (...dropped: string[]) => DIRECTIVE_NAMES.filter((name) => !dropped.includes(name));

describe('the ending', () => {
  test('a set without one sleeps, or listens when asked to', () => {
    expect(names(finishDirectives(directives().reply('Hi.')))).toEqual(['reply', 'sleep']);
    expect(names(finishDirectives(directives().reply('Hi.'), { ending: 'listen' }))).toEqual([
      'reply',
      'listen',
    ]);
  });

  test('an empty set becomes its ending', () => {
    expect(names(finishDirectives(directives()))).toEqual(['sleep']);
  });

  test("the set's own comes last, with its delay, whatever was asked for", () => {
    const finished = finishDirectives(directives().sleep(10).reply('Hi.'), { ending: 'listen' });
    expect(names(finished)).toEqual(['reply', 'sleep']);
    expect(finished.at(-1)?.payload).toEqual({ delay: 10 });
  });

  test('of several, the last one counts', () => {
    const finished = finishDirectives(directives().sleep(1).listen().reply('Hi.').sleep(2));
    expect(finished.slice(1)).toEqual([{ name: 'sleep', type: 'action', payload: { delay: 2 } }]);
  });

  test('the other one is taken where only that is supported', () => {
    expect(names(finishDirectives(directives().listen(), { supported: ['reply', 'sleep'] }))).toEqual([
      'sleep',
    ]);
    expect(names(finishDirectives(directives().sleep(3), { supported: ['listen'] }))).toEqual(['listen']);
  });
});

describe('what is not supported is dropped and said', () => {
  test('an effect without a sentence of its own: beside the words', () => {
    const set = directives().reply('Ok.').assistantEvent('Switch', { text: 'Ok.' });
    const finished = finishDirectives(set, { supported: without('assistant-event') });
    expect(names(finished)).toEqual(['reply', 'reply', 'speak', 'sleep']);
    expect(texts(finished)).toEqual(['Ok.', "I can't reach the room from here."]);
  });

  test('an effect with one: in place of the words, which would be untrue', () => {
    const set = directives()
      .say('Lights are off.')
      .uiHint(['on'])
      .assistantEvent('lights', {}, { instead: 'No lights here.' });
    const finished = finishDirectives(set, { supported: without('assistant-event') });
    expect(names(finished)).toEqual(['ui-hint', 'reply', 'speak', 'sleep']);
    expect(texts(finished)).toEqual(['No lights here.']);
    expect(texts(finishDirectives(set))).toEqual(['Lights are off.']);
  });

  test('several effects: each sentence once', () => {
    const set = directives()
      .displayWebView('https://a.b')
      .assistantEvent('x')
      .assistantEvent('y')
      .clearWebView();
    const [said] = texts(finishDirectives(set, { supported: ['reply', 'sleep'] }));
    expect(said).toBe(
      "I can't show a page here. I can't reach the room from here. I can't close a page from here.",
    );
  });

  test('a text that is shown and spoken is not said again when one of the two is missing', () => {
    const set = directives().say('Hi.');
    expect(names(finishDirectives(set, { supported: ['reply', 'sleep'] }))).toEqual(['reply', 'sleep']);
    expect(names(finishDirectives(set, { supported: ['speak', 'sleep'] }))).toEqual(['speak', 'sleep']);
  });

  test('hints become a sentence, and words for the speech recognition go silently', () => {
    const set = directives().uiHint(['on', 'off'], 'You can say').asrHint(['switch']);
    const finished = finishDirectives(set, { supported: ['reply', 'listen'] });
    expect(finished).toEqual([
      { name: 'reply', type: 'view', payload: { text: 'You can say: “on”, “off”.' } },
      { name: 'listen', type: 'action', payload: {} },
    ]);
  });

  test('text goes out even to a side that names no way to show it', () => {
    expect(texts(finishDirectives(directives().say('Hi.'), { supported: [] }))).toEqual(['Hi.']);
  });

  test('a side that does not say gets everything; names that are not ours are passed over', () => {
    const set = directives().reply('Hi.').clearWebView();
    expect(names(finishDirectives(set, { supported: undefined }))).toEqual([
      'reply',
      'clear-web-view',
      'sleep',
    ]);
    expect(names(finishDirectives(set, { supported: [...DIRECTIVE_NAMES, 'dance'] }))).toHaveLength(3);
  });
});

describe('what breaks the schema is refused', () => {
  const refusal = (set: DirectiveSet) => {
    try {
      finishDirectives(set, { supported: [] });
    } catch (error) {
      if (error instanceof ContractError) return error;
    }
    throw new Error('it was not refused');
  };

  test('with an error that names directive and field, even for one that would be dropped', () => {
    const error = refusal(directives().reply('Hi.').displayWebView('javascript:alert(1)'));
    expect(error.subject).toBe('directive 2 (display-web-view)');
    expect(error.field).toBe('payload.url');
    expect(error.message).toBe(
      'directive 2 (display-web-view): payload.url: must be an http or https address',
    );
  });

  test('an ending too', () => {
    expect(refusal(directives().sleep(0.5)).field).toBe('payload.delay');
  });

  test('a name that is none of the nine', () => {
    // What a skill written in plain JavaScript could hand over.
    const draft = JSON.parse('{ "directive": { "name": "dance", "type": "action", "payload": {} } }');
    expect(refusal(new DirectiveSet([draft]))).toMatchObject({
      subject: 'directive 1 (dance)',
      field: 'name',
    });
  });
});

const text = fc.string({ maxLength: 20 });
const action = fc.constant('action' as const);
const view = fc.constant('view' as const);
const anyDirective: fc.Arbitrary<Directive> = fc.oneof(
  fc.record({ name: fc.constant('reply' as const), type: view, payload: fc.record({ text }) }),
  fc.record({ name: fc.constant('speak' as const), type: action, payload: fc.record({ text }) }),
  fc.record({ name: fc.constant('listen' as const), type: action, payload: fc.constant({}) }),
  fc.record({
    name: fc.constant('sleep' as const),
    type: action,
    payload: fc.record({ delay: fc.nat() }, { requiredKeys: [] }),
  }),
  fc.record({
    name: fc.constant('ui-hint' as const),
    type: view,
    payload: fc.record({ text: fc.array(text), prompt: text }, { requiredKeys: ['text'] }),
  }),
  fc.record({
    name: fc.constant('asr-hint' as const),
    type: action,
    payload: fc.record({ text: fc.array(text) }),
  }),
  fc.record({
    name: fc.constant('display-web-view' as const),
    type: action,
    payload: fc.record({ url: fc.webUrl(), title: text }, { requiredKeys: ['url'] }),
  }),
  fc.record({ name: fc.constant('clear-web-view' as const), type: action, payload: fc.constant({}) }),
  fc.record({
    name: fc.constant('assistant-event' as const),
    type: action,
    payload: fc.record(
      { name: fc.string({ minLength: 1 }), payload: fc.dictionary(text, fc.jsonValue()) },
      { requiredKeys: ['name'] },
    ),
  }),
);
const anyDraft: fc.Arbitrary<DraftDirective> = fc.record(
  { directive: anyDirective, instead: text },
  { requiredKeys: ['directive'] },
);
const anySupport = fc.option(fc.subarray([...DIRECTIVE_NAMES, 'dance']), { nil: undefined });
const anyEnding = fc.constantFrom('listen' as const, 'sleep' as const);
const isEnding = (name: string | undefined) => name === 'listen' || name === 'sleep';

/** Finishes any set for any listener and holds what comes out against `property`. */
const holds = (
  property: (finished: Directive[], supported: readonly string[], drafts: readonly DraftDirective[]) => void,
) =>
  fc.assert(
    fc.property(fc.array(anyDraft), anySupport, anyEnding, (drafts, supported, ending) => {
      const finished = finishDirectives(new DirectiveSet(drafts), { supported, ending });
      property(finished, supported ?? DIRECTIVE_NAMES, drafts);
    }),
  );

describe('whatever the set and the listener', () => {
  test('everything is of the agreed shape', () => {
    holds((finished) => expect(v.parse(v.array(DirectiveSchema), finished)).toEqual(finished));
  });

  test('only what is supported goes out, except the text of last resort', () => {
    holds((finished, supported) => {
      const foreign = names(finished).filter((name) => !supported.includes(name));
      const canSay = supported.includes('reply') || supported.includes('speak');
      expect(foreign).toEqual(canSay ? [] : foreign.filter((name) => name === 'reply').slice(0, 1));
    });
  });

  test('there is one ending, and it is last, wherever one is supported', () => {
    holds((finished, supported) => {
      const endings = names(finished).filter(isEnding);
      expect(endings).toHaveLength(supported.some(isEnding) ? 1 : 0);
      if (endings.length > 0) expect(isEnding(finished.at(-1)?.name)).toBe(true);
    });
  });

  test('what is supported stays, in its order, but for words that would be untrue', () => {
    holds((finished, supported, drafts) => {
      const effects = (list: readonly Directive[]) =>
        list.filter(({ name }) => !isEnding(name) && name !== 'reply' && name !== 'speak');
      const wanted = drafts.map(({ directive }) => directive).filter(({ name }) => supported.includes(name));
      expect(effects(finished)).toEqual(effects(wanted));
    });
  });

  test('finishing what is finished changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyDraft), anySupport, anyEnding, (drafts, supported, ending) => {
        const finish = (set: DirectiveSet) => finishDirectives(set, { supported, ending });
        const once = finish(new DirectiveSet(drafts));
        expect(finish(new DirectiveSet(once.map((directive) => ({ directive }))))).toEqual(once);
      }),
    );
  });
});
