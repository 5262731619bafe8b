import { expect, it } from 'vitest';
import { nameList } from './name-list.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `room${index + 1}`);

it('names all of a few', () => {
  expect(nameList([])).toBe('none');
  expect(nameList(names(2))).toBe('room1, room2');
  expect(nameList(names(20))).toMatch(/, room20$/);
});

it('says of many how many more there are', () => {
  expect(nameList(names(1000))).toMatch(/^room1, .*, room20 and 980 more$/);
});
