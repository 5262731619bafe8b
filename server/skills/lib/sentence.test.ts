import { expect, test } from 'vitest';
import { sentence } from './sentence.ts';

const on = sentence`turn (?<state>on|off)|lights (?<other>\w+)`;

test.each([
  'turn on',
  'Turn ON',
  'please turn on',
  'turn on please',
  'could you please turn on',
  'hey could you turn on for me please',
  "i'd like you to turn on",
  'I want to turn on',
  'to turn on',
  "let's turn on now",
  'turn on in here',
  'lights dim in the room',
])('%j is the sentence, politely', (words) => {
  expect(on.test(words)).toBe(true);
});

test.each(['', 'turn', 'turn on the radio', "don't turn on", 'return on', 'turn only'])(
  '%j is another',
  (words) => {
    expect(on.test(words)).toBe(false);
  },
);

test('slots come without the politeness', () => {
  expect(on.exec('please turn off now please')?.groups?.state).toBe('off');
});

test('what is put in is a piece of pattern', () => {
  expect(sentence`say ${'(?:hello|bye)'}`.test('say bye')).toBe(true);
});
