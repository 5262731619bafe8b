import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceDiff } from './source-diff.ts';

test('tells lines that came and went, and the bytes of both', () => {
  expect(sourceDiff('a\nb\nc\n', 'a\nx\nc\nü\n')).toBe('+2 −1 lines, 6 → 9 bytes');
});

test('a line that is there twice and then once went once', () => {
  expect(sourceDiff('a\na\nb', 'a\nb')).toBe('+0 −1 lines, 5 → 3 bytes');
});

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1 }).map((lines) => lines.join('\n'));

test('of a text and itself there is none, and both ways tell the same', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(sourceDiff(one, one)).toMatch(/^\+0 −0 lines/);
      const [, more, less] = /^\+(\d+) −(\d+)/.exec(sourceDiff(one, other)) ?? [];
      expect(sourceDiff(other, one)).toMatch(new RegExp(`^\\+${less} −${more} lines`));
    }),
  );
});
