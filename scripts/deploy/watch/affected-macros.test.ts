import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleMacros, type MacroBundle } from '#scripts/build/bundle-macros';
import { affectedMacros, isSource } from './affected-macros.ts';

const root = process.cwd();
let bundles: readonly MacroBundle[];
beforeAll(async () => {
  bundles = await bundleMacros(root);
});

const affected = (file: string) => affectedMacros(root, resolve(root, file), bundles);
const ALL = ['assistant-events', 'room-controls', 'web-view-keeper'];

describe('a change affects', () => {
  test.each([
    ['macros/room-controls/read-room.ts', ['room-controls']],
    ['macros/room-controls/room-controls.panel.tsx', ['room-controls']],
    ['macros/lib/start-macro.ts', ALL],
    ['contract/assistant-events.ts', ALL],
    ['macros/room-controls/not-used-yet.ts', ['room-controls']],
    ['macros/brand-new/index.ts', ['brand-new']],
    ['macros/lib/nobody-uses-this.ts', []],
    ['contract/nobody-uses-this.ts', []],
    ['macros/types/xapi/index.d.ts', []],
  ])('%s: %j', (file, names) => {
    expect(affected(file).sort()).toEqual(names);
  });
});

test.each([
  ['index.ts', true],
  ['room-controls.panel.tsx', true],
  ['index.test.ts', false],
  ['build-constants.d.ts', false],
  ['notes.md', false],
  ['index.ts~', false],
  ['.index.ts.swp', false],
])('%s is a source: %s', (file, is) => {
  expect(isSource(`/project/macros/room-controls/${file}`)).toBe(is);
});
