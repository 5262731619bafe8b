import * as v from 'valibot';
import { expect, test } from 'vitest';
import { DIRECTIVE_NAMES, DirectiveSchema, directives } from '#contract';

const everything = directives()
  .reply('Hi.')
  .speak('Hi.')
  .uiHint(['on'], 'Try saying')
  .asrHint(['switch'])
  .displayWebView('https://example.com', { title: 'Page' })
  .clearWebView()
  .assistantEvent('Switch', { text: 'on' })
  .sleep(10)
  .listen();

test('it makes each of the nine directives, of the agreed shape and in the order of the calls', () => {
  const made = everything.drafts.map(({ directive }) => v.parse(DirectiveSchema, directive));
  expect(made).toEqual(everything.drafts.map(({ directive }) => directive));
  expect(made.map(({ name }) => name)).toEqual([
    'reply',
    'speak',
    'ui-hint',
    'asr-hint',
    'display-web-view',
    'clear-web-view',
    'assistant-event',
    'sleep',
    'listen',
  ]);
  expect(new Set(made.map(({ name }) => name))).toEqual(new Set(DIRECTIVE_NAMES));
});

test('saying is showing and reading aloud', () => {
  expect(directives().say('Hi.')).toEqual(directives().reply('Hi.').speak('Hi.'));
});

test('what is not given is not there', () => {
  const set = directives().uiHint(['on']).displayWebView('https://example.com').assistantEvent('x').sleep();
  expect(set.drafts.map(({ directive }) => directive.payload)).toEqual([
    { text: ['on'] },
    { url: 'https://example.com' },
    { name: 'x' },
    {},
  ]);
});

test('each call gives a longer set and leaves the shorter one as it was', () => {
  const short = directives().reply('Hi.');
  expect(short.listen().drafts).toHaveLength(2);
  expect(short.sleep().drafts).toHaveLength(2);
  expect(short.drafts).toHaveLength(1);
});

test('effects carry what is said in their place', () => {
  const set = directives()
    .displayWebView('https://example.com', { instead: 'No page.' })
    .clearWebView({ instead: 'No closing.' })
    .assistantEvent('x', undefined, { instead: 'No event.' });
  expect(set.drafts.map(({ instead }) => instead)).toEqual(['No page.', 'No closing.', 'No event.']);
});
