import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutUtf8 } from './cut-utf8.ts';

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

test('a text that fits stays as it is', () => {
  expect(cutUtf8('Ok, turning lights on.', 255)).toBe('Ok, turning lights on.');
});

test('what does not fit is cut between characters, not inside one', () => {
  expect(cutUtf8('abc', 2)).toBe('ab');
  expect(cutUtf8('Bücher', 2)).toBe('B');
  expect(cutUtf8('€€', 5)).toBe('€');
  expect(cutUtf8('🌡🌡', 7)).toBe('🌡');
});

test('the result is the longest start of whole characters that fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, limit) => {
      const cut = cutUtf8(text, limit);
      expect(text.startsWith(cut)).toBe(true);
      expect(bytes(cut)).toBeLessThanOrEqual(limit);
      const [next = ''] = text.slice(cut.length);
      expect(next === '' || bytes(cut + next) > limit).toBe(true);
      expect(cut).toBe(Buffer.from(cut, 'utf8').toString('utf8'));
    }),
  );
});

test('halves of surrogate pairs do no harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, limit) => {
      expect(bytes(cutUtf8(text, limit))).toBeLessThanOrEqual(limit);
    }),
  );
});
