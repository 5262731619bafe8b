import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentOf } from './environment.ts';
import { temporaryRoot } from './run-for-test.ts';

let folder: ReturnType<typeof temporaryRoot>;
beforeEach(() => {
  folder = temporaryRoot();
});
afterEach(() => folder.remove());

const read = (env: Record<string, string>) => {
  const stream = new PassThrough();
  const { signal } = new AbortController();
  return environmentOf({ out: stream, err: stream, input: stream, env, signal, root: folder.root });
};

it('adds what .env says, and lets the environment itself come first', () => {
  writeFileSync(join(folder.root, '.env'), 'PORT=4000\n# a remark\nVIEW_SECRET="with spaces"\n');
  expect(read({ PORT: '5000' })).toEqual({ PORT: '5000', VIEW_SECRET: 'with spaces' });
});

it('is the environment alone where there is no .env', () => {
  expect(read({ PORT: '5000' })).toEqual({ PORT: '5000' });
});
