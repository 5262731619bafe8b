import { describe, expect, test } from 'vitest';
import { DIRECTIVE_NAMES } from '#contract';
import { payloads, shown, tell } from '../skills.fixture.ts';

/** What the Skills Reference Guide has the switch answer. */
const printed = (text: string) => [
  { name: 'reply', type: 'view', payload: { text } },
  { name: 'speak', type: 'action', payload: { text } },
  { name: 'assistant-event', type: 'action', payload: { name: 'Switch', payload: { text } } },
  { name: 'sleep', type: 'action', payload: { delay: 10 } },
];

test.each(['turn on', 'on', 'Turn on the lights, please.', 'switch it on'])(
  '%j turns it on',
  async (text) => {
    expect(await tell('switch', text)).toEqual(printed('Ok, turning lights on.'));
  },
);

test.each(['turn off', 'OFF', 'lights off!'])('%j turns it off', async (text) => {
  expect(await tell('switch', text)).toEqual(printed('Ok, turning lights off.'));
});

describe.each(['', 'hello', 'once more', 'the office'])('to %j', (text) => {
  test('it says what it can do, in words that it understands, and listens', async () => {
    const answered = await tell('switch', text);
    expect(answered.at(-1)?.name).toBe('listen');
    for (const hint of payloads(answered, 'ui-hint').flatMap((payload) => payload.text)) {
      expect(shown(await tell('switch', hint))).toMatch(/^Ok, turning lights/);
    }
  });
});

test('whom no event reaches is told so', async () => {
  const supportedDirectives = DIRECTIVE_NAMES.filter((name) => name !== 'assistant-event');
  expect(shown(await tell('switch', 'turn on', { supportedDirectives }))).toContain("I can't reach");
});
