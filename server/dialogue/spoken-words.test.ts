import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spokenWords } from './spoken-words.ts';

test.each([
  ['Turn on the lights, please.', 'Turn on the lights please'],
  ['  turn \n on\t', 'turn on'],
  ['“Turn it off!”', 'Turn it off'],
  ['what can you do?…', 'what can you do'],
  ['don’t', "don't"],
  ['set it to 21.5 degrees.', 'set it to 21.5 degrees'],
  ['50%, please', '50% please'],
  ['-5 degrees', '-5 degrees'],
  ['¿qué?', 'qué'],
  ['. , !', ''],
  ['', ''],
])('%j becomes %j', (text, words) => {
  expect(spokenWords(text)).toBe(words);
});

test('nothing is left at the edges, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '.', ' ', ',', '’', '%') }), (text) => {
      const words = spokenWords(text);
      expect(words).not.toMatch(/^[ .,]|[ .,]$| {2}/);
      expect(spokenWords(words)).toBe(words);
    }),
  );
});
