import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DIRECTIVE_NAMES, type DirectiveName, DirectiveSchema } from '#contract';

/** The samples of the Skills Reference Guide, with the type that it gives to each. */
const SAMPLES: Record<DirectiveName, { type: 'view' | 'action'; payload?: object }> = {
  reply: { type: 'view', payload: { text: 'Hello, World!' } },
  speak: { type: 'action', payload: { text: 'Hello, World!' } },
  listen: { type: 'action' },
  sleep: { type: 'action', payload: { delay: 0 } },
  'ui-hint': { type: 'view', payload: { text: ['Hello', 'What can you do?'], prompt: 'Try saying' } },
  'asr-hint': { type: 'action', payload: { text: ['Hello', 'Echo'] } },
  'display-web-view': { type: 'action', payload: { title: 'Google', url: 'https://google.com' } },
  'clear-web-view': { type: 'action' },
  'assistant-event': { type: 'action', payload: { name: 'test', payload: { foo: 'bar' } } },
};

const parse = (directive: unknown) => v.parse(DirectiveSchema, directive);
const accepts = (directive: unknown) => v.safeParse(DirectiveSchema, directive).success;
const webView = (payload: object) => accepts({ name: 'display-web-view', type: 'action', payload });

test.each(Object.entries(SAMPLES))("the guide's %s is taken and comes out as it was", (name, sample) => {
  expect(parse({ name, ...sample })).toEqual({ name, payload: {}, ...sample });
});

test('there are nine directives', () => {
  expect([...DIRECTIVE_NAMES].sort()).toEqual(Object.keys(SAMPLES).sort());
});

test.each(Object.entries(SAMPLES))('%s with the other type is refused', (name, { type, ...sample }) => {
  expect(accepts({ name, type: type === 'view' ? 'action' : 'view', ...sample })).toBe(false);
});

test('a directive that is none of the nine is refused', () => {
  expect(accepts({ name: 'reboot', type: 'action', payload: {} })).toBe(false);
});

test('where something must be said, a payload without text is refused', () => {
  expect(accepts({ name: 'reply', type: 'view' })).toBe(false);
  expect(accepts({ name: 'speak', type: 'action', payload: { text: 1 } })).toBe(false);
  expect(accepts({ name: 'ui-hint', type: 'view', payload: { text: 'Hello' } })).toBe(false);
});

test.each([-1, 1.5, '10', Number.NaN])('a sleep of %s seconds is refused', (delay) => {
  expect(accepts({ name: 'sleep', type: 'action', payload: { delay } })).toBe(false);
});

describe('display-web-view', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://',
    'cisco.com',
    ' https://a',
  ])('refuses %j, which is no web address', (url) => {
    expect(webView({ url })).toBe(false);
  });

  test('takes what the device takes: an address of 2000 characters and a title of 255', () => {
    const url = 'https://a/'.padEnd(2000, 'x');
    const title = 'x'.repeat(255);
    expect(webView({ url, title })).toBe(true);
    expect(webView({ url: `${url}x` })).toBe(false);
    expect(webView({ url, title: `${title}x` })).toBe(false);
  });
});

test('the inner payload of an assistant event must be an object, and its name must say something', () => {
  const event = (payload: object) => accepts({ name: 'assistant-event', type: 'action', payload });
  expect(event({ name: 'test' })).toBe(true);
  expect(event({ name: 'test', payload: 'on' })).toBe(false);
  expect(event({ name: 'test', payload: null })).toBe(false);
  expect(event({ name: 'test', payload: ['on'] })).toBe(false);
  expect(event({ name: '' })).toBe(false);
});
