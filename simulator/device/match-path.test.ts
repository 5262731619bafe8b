import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPath } from './match-path.ts';
import { parsePath } from './path.ts';
import type { Path } from './types.ts';

const name = fc.constantFrom('Call', 'Audio', 'Volume', 'Status', 'WebView');
const step = fc.tuple(name, fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }));
const anyPath: fc.Arbitrary<Path> = fc
  .array(step, { minLength: 1, maxLength: 6 })
  .map((steps) => steps.flatMap(([segment, index]) => (index === undefined ? [segment] : [segment, index])));

describe('a query covers', () => {
  test('a path, and everything below it', () => {
    fc.assert(
      fc.property(anyPath, fc.nat(), (path, cut) => matchPath(path.slice(0, cut % (path.length + 1)), path)),
    );
  });

  test('nothing above or beside it', () => {
    fc.assert(fc.property(anyPath, (path) => !matchPath([...path, 'Below'], path)));
    fc.assert(fc.property(anyPath, (path) => !matchPath([...path.slice(0, -1), 'Beside'], path)));
  });

  test('a path whatever the case of its letters', () => {
    const upper = (path: Path) => path.map((each) => (typeof each === 'string' ? each.toUpperCase() : each));
    fc.assert(fc.property(anyPath, (path) => matchPath(upper(path), path)));
  });

  test('every index when it names none', () => {
    const names = (path: Path) => path.filter((each) => typeof each === 'string');
    fc.assert(fc.property(anyPath, (path) => matchPath(names(path), path)));
  });

  test('any one segment with *, and any number of them with **', () => {
    fc.assert(
      fc.property(anyPath, fc.nat(), fc.nat(), (path, at, count) => {
        const from = at % path.length;
        const one = [...path.slice(0, from), '*', ...path.slice(from + 1)];
        const many = [...path.slice(0, from), '**', ...path.slice(from + (count % (path.length - from)))];
        return matchPath(one, path) && matchPath(many, path);
      }),
    );
  });

  test.each([
    ['Status Call[1] Status', 'Status Call[2] Status', false],
    ['Status Call Status', 'Status Call[2] Status', true],
    ['Status Call * Status', 'Status Call[2] Status', true],
    ['Status ** DisplayName', 'Status Call[2] DisplayName', true],
    ['Status ** DisplayName', 'Status Call[2] Name', false],
    ['Status * Volume', 'Status Audio Volume', true],
    ['Status *', 'Status', false],
    ['', 'Status Audio', true],
  ])('%j of %j: %j', (query, path, covered) => {
    expect(matchPath(parsePath(query), parsePath(path))).toBe(covered);
  });
});
