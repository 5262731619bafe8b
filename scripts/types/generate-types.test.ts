import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { loadCatalogue } from '#xapi';
import { generateTypes } from './generate-types.ts';
import type { EntryType, TypedPaths } from './select-entries.ts';

const run = promisify(execFile);
const catalogue = loadCatalogue();
const none: TypedPaths = { Command: [], Status: [], Configuration: [], Event: [] };
const generate = (paths: Partial<TypedPaths>) => generateTypes(catalogue, { ...none, ...paths });

const everyPath = (type: EntryType) => [
  ...new Set(catalogue.entries.filter((entry) => entry.type === type).map(({ path }) => path)),
];

test('a parameter that only some products know is optional, and literals of all products are allowed', () => {
  const text = generate({ Command: ['Audio Volume Set'] });
  expect(text).toContain(
    "Device?: 'Internal' | 'HeadsetBluetooth' | 'HeadsetUSB' | 'HandsetUSB' | 'HeadsetAnalog';",
  );
  expect(text).toContain('/** From 0 to 100. */\n        Level: IntegerInput;');
});

test('a command of several lines takes a body, others do not', () => {
  const text = generate({ Command: ['UserInterface Extensions Panel Save', 'UserInterface WebView Clear'] });
  expect(text).toMatch(/Save\(params: \{[^}]*\}, body\?: string\)/);
  expect(text).toMatch(/Clear\(params\?: \{[^}]*\}\)/);
});

test('an indexed segment makes a list', () => {
  expect(generate({ Status: ['UserInterface WebView[n] URL'] })).toMatch(
    /WebView: readonly \{\s*URL: string;\s*\}\[\];/,
  );
});

test('the order of the paths does not matter', () => {
  const paths = ['Standby State', 'Audio Volume', 'RoomAnalytics PeoplePresence'];
  expect(generate({ Status: paths })).toBe(generate({ Status: paths.toReversed() }));
});

test('a path that the catalogue does not have is named', () => {
  expect(() => generate({ Status: ['Audio Loudness'] })).toThrow(
    'The catalogue has no Status Audio Loudness.',
  );
});

test('a path that is a value and a parent at once is refused', () => {
  const both = ['Cameras SpeakerTrack ZoomRange', 'Cameras SpeakerTrack ZoomRange MaxZoomFactor'];
  expect(() => generate({ Configuration: both })).toThrow('both a value and the parent');
});

test('the types of the whole catalogue compile', async () => {
  const text = generateTypes(catalogue, {
    Command: everyPath('Command'),
    Status: everyPath('Status'),
    Configuration: everyPath('Configuration').filter((path) => path !== 'Cameras SpeakerTrack ZoomRange'),
    Event: everyPath('Event'),
  });
  const folder = await mkdtemp(join(tmpdir(), 'xapi-types-'));
  try {
    await cp('macros/types/xapi', folder, { recursive: true, filter: (source) => !source.endsWith('/test') });
    await writeFile(join(folder, 'index.d.ts'), text);
    await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    const flags = ['--noEmit', '--strict', '--ignoreConfig', '--lib', 'es2020', '--types', '', 'index.d.ts'];
    const { stdout } = await run(
      process.execPath,
      [
        join(process.cwd(), 'node_modules/typescript/bin/tsc'),
        ...flags,
        '--allowImportingTsExtensions',
        '--skipLibCheck',
        'false',
      ],
      { cwd: folder },
    ).catch((error) => error);
    expect(stdout).toBe('');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('macros compile against the package, and what must not compile does not', async () => {
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [tsc, '-p', 'macros']).catch((error) => error);
  expect(stdout).toBe('');
});
