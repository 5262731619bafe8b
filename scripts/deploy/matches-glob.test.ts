import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesGlob } from './matches-glob.ts';

test.each([
  ['room1', 'room1', true],
  ['room1', 'room', false],
  ['room1', 'room*', true],
  ['room', 'room*', true],
  ['room12', 'room?', false],
  ['room1', 'room?', true],
  ['a-b.c', '*-b.?', true],
  ['a-bxc', '*-b.?', false],
  ['room1', '*', true],
])('%s against %s: %s', (name, pattern, fits) => {
  expect(matchesGlob(name, pattern)).toBe(fits);
});

test('a name fits itself, with any part of it replaced by a star', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), (text, from, to) => {
      const name = text.replace(/[*?]/g, '');
      const pattern = `${name.slice(0, from)}*${name.slice(Math.max(from, to))}`;
      expect(matchesGlob(name, name)).toBe(true);
      expect(matchesGlob(name, pattern)).toBe(true);
    }),
  );
});
