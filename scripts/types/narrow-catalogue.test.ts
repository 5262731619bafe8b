import { expect, test } from 'vitest';
import { UserError } from '#scripts/lib/user-error';
import { loadCatalogue } from '#xapi';
import { compile } from './compile-for-test.ts';
import { generateTypes } from './generate-types.ts';
import { narrowCatalogue, type Selection } from './narrow-catalogue.ts';

const catalogue = loadCatalogue();
const paths = (selection: Selection) =>
  new Set(narrowCatalogue(catalogue, selection).entries.map(({ type, path }) => `${type} ${path}`));

test('without a wish it is the whole catalogue', () => {
  expect(narrowCatalogue(catalogue, {})).toEqual(catalogue);
});

test('a product has its own paths and parameters only', () => {
  const { entries } = narrowCatalogue(catalogue, { product: 'board pro 55' });
  expect(new Set(entries.flatMap(({ products }) => products))).toEqual(new Set(['helix_55']));
  expect(paths({ product: 'Codec Pro' })).not.toContain('Configuration Cameras Camera Brightness Mode');
  expect(paths({ product: 'Desk Pro' })).toContain('Configuration Cameras Camera Brightness Mode');
});

test('a release has neither what came later nor what had gone before', () => {
  const gone = 'Configuration Cameras SpeakerTrack ZoomRange';
  const came = `${gone} MaxZoomFactor`;
  expect(paths({ release: '11.15' })).toContain(gone);
  expect(paths({ release: '11.15' })).not.toContain(came);
  expect(paths({ release: '26.4' })).toContain(came);
  expect(paths({ release: '26.4' })).not.toContain(gone);
});

test('types of one release do not speak of others', () => {
  const files = generateTypes(
    narrowCatalogue(catalogue, { product: 'Board Pro 55', release: '26.4' }),
    'a test',
  );
  expect(Object.values(files).join('')).not.toMatch(/Since \d|Until \d|Not on|On [A-Z]\w+ .*\. Roles/);
});

test('narrow types refuse what the device does not have', () => {
  const macro = `xapi.Config.Video.Input.Connector[2].Name.set('x');
    // @ts-expect-error only a Codec Pro and its like have so many
    xapi.Config.Video.Input.Connector[9].Name.set('x');
    // @ts-expect-error only a Desk Pro has an analog headset
    xapi.Command.Audio.Volume.Set({ Level: 1, Device: 'HeadsetAnalog' });`;
  const narrowed = narrowCatalogue(catalogue, { product: 'Board Pro 55', release: '26.4' });
  expect(compile(generateTypes(narrowed, 'a test'), macro)).toBe('');
});

test.each([
  [{ product: 'Toaster' }, /In the catalogue no product is called "Toaster"; known: .*Board Pro 55/],
  [{ release: '99' }, /no release is called "99"; known: .*26\.4\.1/],
  [{ product: 'Room Kit', release: '26.4' }, /does not describe Room Kit with release 26\.4\./],
])('%j is refused', (selection, message) => {
  expect(() => narrowCatalogue(catalogue, selection)).toThrow(message);
  expect(() => narrowCatalogue(catalogue, selection)).toThrow(UserError);
});
