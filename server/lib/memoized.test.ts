import { expect, it, vi } from 'vitest';
import { memoized } from './memoized.ts';

it('works once for each text, results that are nothing included', () => {
  const work = vi.fn((text: string) => (text === '' ? undefined : text.length));
  const length = memoized(work, 10);
  expect(['one', 'three', 'one', '', ''].map(length)).toEqual([3, 5, 3, undefined, undefined]);
  expect(work).toHaveBeenCalledTimes(3);
});

it('remembers no more than its capacity, and is right all the same', () => {
  const work = vi.fn((text: string) => text.length);
  const length = memoized(work, 2);
  for (const text of ['a', 'bb', 'ccc', 'a']) expect(length(text)).toBe(text.length);
  expect(work).toHaveBeenCalledTimes(4);
});
