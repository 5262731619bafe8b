import { expect, test } from 'vitest';
import { type Catalogue, loadCatalogue } from '#xapi';
import { macroOfAllUses } from './all-uses-for-test.ts';
import { compile } from './compile-for-test.ts';
import { generateTypes } from './generate-types.ts';

const catalogue = loadCatalogue();

test('everything that the catalogue allows compiles, whatever the path', () => {
  expect(compile(generateTypes(catalogue, 'a test'), macroOfAllUses(catalogue))).toBe('');
});

test('no command takes a parameter that the catalogue does not have, on any product', () => {
  const commands = new Set(
    catalogue.entries.filter(({ type }) => type === 'Command').map(({ path }) => path.replaceAll(' ', '.')),
  );
  const calls = [...commands].map((path) => `// @ts-expect-error\nxapi.Command.${path}({ Nonsense: 1 });`);
  expect(compile(generateTypes(catalogue, 'a test'), calls.join('\n'))).toBe('');
});

test('what is a value on one device and a parent on another is both', () => {
  const both: Catalogue = {
    ...catalogue,
    entries: catalogue.entries.filter(({ path }) => path.startsWith('Cameras SpeakerTrack ZoomRange')),
  };
  expect(new Set(both.entries.map(({ path }) => path)).size).toBe(2);
  expect(compile(generateTypes(both, 'a test'), macroOfAllUses(both))).toBe('');
});
