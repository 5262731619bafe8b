import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkValue } from './check-value.ts';

describe('an integer', () => {
  const level = { type: 'Integer', min: 0, max: 100 } as const;

  test.each([
    [45, 45],
    ['45', 45],
    [' 7 ', 7],
    ['+3', 3],
    [101, undefined],
    [-1, undefined],
    [4.5, undefined],
    ['4.5', undefined],
    ['', undefined],
    ['x', undefined],
    [Number.NaN, undefined],
    [true, undefined],
    [null, undefined],
    [['1'], undefined],
  ])('of %j is %j', (given, kept) => {
    expect(checkValue(level, given)).toBe(kept);
  });

  test('without bounds takes every safe integer', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => checkValue({ type: 'Integer' }, value) === value));
  });
});

describe('a literal', () => {
  const mode = { type: 'Literal', values: ['Off', 'On', 'True', 'False'] } as const;

  test('is kept as the catalogue spells it', () => {
    expect(checkValue(mode, 'on')).toBe('On');
    expect(checkValue(mode, true)).toBe('True');
    expect(checkValue(mode, false)).toBe('False');
  });

  test('is one of the catalogue’s', () => {
    expect(checkValue(mode, 'Maybe')).toBeUndefined();
    expect(checkValue(mode, 1)).toBeUndefined();
  });
});

describe('a text', () => {
  const title = { type: 'String', minLength: 1, maxLength: 6 } as const;

  test('is measured in UTF-8 bytes', () => {
    expect(checkValue(title, 'äöü')).toBe('äöü');
    expect(checkValue(title, 'äöüx')).toBeUndefined();
    expect(checkValue(title, '')).toBeUndefined();
  });

  test('may be given as a number', () => {
    expect(checkValue(title, 42)).toBe('42');
  });
});
