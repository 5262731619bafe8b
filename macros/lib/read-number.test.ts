import { expect, test } from 'vitest';
import { clamp, readNumber } from './read-number.ts';

test('what a status holds as text is read as a number', () => {
  expect(['21', '21.5', '-1', '0'].map(readNumber)).toEqual([21, 21.5, -1, 0]);
});

test('what is no number is none: not zero, not NaN', () => {
  expect([undefined, null, '', ' ', 'warm', 'Infinity'].map(readNumber)).toEqual(Array(6).fill(null));
});

test('a value is brought into its bounds', () => {
  expect([clamp(-5, 0, 100), clamp(50, 0, 100), clamp(101, 0, 100)]).toEqual([0, 50, 100]);
});
