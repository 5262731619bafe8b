import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleMacros, type MacroBundle } from '#scripts/build/bundle-macros';
import { BuiltMaps } from './built-maps.ts';
import { macrosWithPlaces, mapPlaces } from './map-places.ts';
import { PlaceMap } from './place-map.ts';
import { type MacroProject, macroProject } from './test-project.ts';

let project: MacroProject;
let bundle: MacroBundle;
let map: PlaceMap;
beforeAll(async () => {
  project = macroProject({
    doorbell: "const bell = 'rings';\nexport function ring() {\n  throw new Error(bell);\n}\nring();\n",
  });
  [bundle] = (await bundleMacros(project.root)) as [MacroBundle];
  map = new PlaceMap(bundle.map);
});
afterAll(() => project.remove());

/** Where the bundle throws. */
function thrownAt(): string {
  const lines = bundle.source.split('\n');
  const line = lines.findIndex((text) => text.includes('throw'));
  return `doorbell:${line + 1}:${(lines[line] ?? '').indexOf('throw') + 1}`;
}

describe('places in a text', () => {
  const mapOf = (macro: string) => (macro === 'doorbell' ? map : undefined);

  test('become those of the TypeScript', () => {
    expect(mapPlaces(`Error: rings (${thrownAt()})`, mapOf)).toEqual({
      text: 'Error: rings (macros/doorbell/index.ts:3:3)',
      place: 'macros/doorbell/index.ts:3:3',
    });
  });

  test('of a whole stack are all mapped, and the first is the place', () => {
    const stack = `Error: rings\n    at a (${thrownAt().replace('doorbell', 'doorbell.js')})\n    at b (${thrownAt()})`;
    const { text, place } = mapPlaces(stack, mapOf);
    expect(text.match(/macros\/doorbell\/index\.ts:3:3/g)).toHaveLength(2);
    expect(place).toBe('macros/doorbell/index.ts:3:3');
  });

  test.each([
    'Error: no (other:1:7)',
    'at 12:34:56',
    'doorbell:9999:1',
    'doorbell:1:1',
    'doorbell:0:0',
    'rings',
  ])('%j stays as it is', (text) => {
    expect(mapPlaces(text, mapOf)).toEqual({ text, place: null });
  });

  test('name the macros that they are of, each once', () => {
    expect(macrosWithPlaces('a (doorbell:1:2) b (other:3:4) c (doorbell:5:6)')).toEqual([
      'doorbell',
      'other',
    ]);
  });
});

describe('the maps that were built', () => {
  test('are found by the hash of the macro', async () => {
    const found = await new BuiltMaps(project.root).of('doorbell', bundle.hash);
    expect(found?.find(2, 1)).toMatchObject({ file: 'macros/doorbell/index.ts' });
  });

  test('of another build, another macro or another folder are none', async () => {
    const maps = new BuiltMaps(project.root);
    expect(await maps.of('doorbell', 'f'.repeat(64))).toBeUndefined();
    expect(await maps.of('other', bundle.hash)).toBeUndefined();
    expect(await new BuiltMaps('/nowhere').of('doorbell', bundle.hash)).toBeUndefined();
  });
});
