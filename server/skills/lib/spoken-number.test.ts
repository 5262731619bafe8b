import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AMOUNT, NUMBER, spokenNumber } from './spoken-number.ts';

const fits = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, 'i').test(text);

test.each([
  ['21', 21],
  ['21.5', 21.5],
  ['21,5', 21.5],
  ['007', 7],
  ['-5', -5],
  ['minus five', -5],
  ['zero', 0],
  ['seven', 7],
  ['nineteen', 19],
  ['Twenty', 20],
  ['twenty one', 21],
  ['twenty-one', 21],
  ['forty', 40],
  ['ninety nine', 99],
  ['a hundred', 100],
  ['one hundred', 100],
  ['twenty one and a half', 21.5],
  ['two and a half', 2.5],
  ['twenty one point five', 21.5],
])('%j is %d', (text, value) => {
  expect(fits(NUMBER, text)).toBe(true);
  expect(spokenNumber(text)).toBe(value);
});

test.each([
  ['a', 1],
  ['half a', 0.5],
  ['half', 0.5],
  ['a couple of', 2],
  ['a few', 3],
])('%j is an amount of %d in front of a unit', (text, value) => {
  expect(fits(AMOUNT, text)).toBe(true);
  expect(fits(NUMBER, text)).toBe(false);
  expect(spokenNumber(text)).toBe(value);
});

test.each(['', 'many', 'twenty zero', 'twenty eleven', 'one two', '1e3', '0x10', '1.2.3', '12345678'])(
  '%j is no number',
  (text) => {
    expect(fits(AMOUNT, text)).toBe(false);
  },
);

test('what is none is not a number', () => {
  expect(spokenNumber('')).toBeNaN();
  expect(spokenNumber('many')).toBeNaN();
});

test('whatever fits the pattern is read as a number', () => {
  fc.assert(
    fc.property(fc.stringMatching(new RegExp(`^(?:${AMOUNT})$`)), (text) => {
      expect(spokenNumber(text)).not.toBeNaN();
    }),
  );
});
