import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import types from './types.ts';

const PACKAGE = 'macros/types/xapi';
let folder: ReturnType<typeof temporaryRoot>;
beforeEach(() => {
  folder = temporaryRoot();
  mkdirSync(join(folder.root, 'macros/types'), { recursive: true });
  cpSync(PACKAGE, join(folder.root, PACKAGE), { recursive: true });
});
afterEach(() => folder.remove());

async function run(...argv: string[]) {
  const command = startCommand(types, argv, { root: folder.root });
  return { code: await command.ended, err: command.err };
}

test('what is checked in is up to date', async () => {
  expect(await run('--check')).toEqual({ code: 0, err: '' });
});

test('a stale file is told with the command that mends it, and mended by that', async () => {
  const file = join(folder.root, PACKAGE, 'index.d.ts');
  const fresh = readFileSync(file, 'utf8');
  writeFileSync(file, '// old');
  expect(await run('--check')).toEqual({
    code: 1,
    err: `${PACKAGE}/index.d.ts is out of date. Type: npm run types\n`,
  });
  expect(readFileSync(file, 'utf8')).toBe('// old');
  expect(await run()).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toBe(fresh);
});
