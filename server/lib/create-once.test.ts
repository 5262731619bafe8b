import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOnce } from './create-once.ts';

const folder = await mkdtemp(join(tmpdir(), 'create-once-'));

it('makes the file and its folder for the owner alone', async () => {
  const file = join(folder, 'a/secret');
  expect(await createOnce(file, () => 'made')).toBe('made');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(folder, 'a'))).toEqual(['secret']);
});

it('never writes over what is there, nor makes it', async () => {
  const file = join(folder, 'there');
  await writeFile(file, 'mine');
  const make = () => {
    throw new Error('was made');
  };
  expect(await createOnce(file, make)).toBe('mine');
  expect(await readFile(file, 'utf8')).toBe('mine');
});

it('gives everybody the same when many make it at once', async () => {
  const file = join(folder, 'b/secret');
  const all = await Promise.all([1, 2, 3, 4].map((maker) => createOnce(file, () => `made by ${maker}`)));
  expect(new Set(all).size).toBe(1);
  expect(await readFile(file, 'utf8')).toBe(all[0]);
});

it('leaves nothing behind when it cannot be made', async () => {
  const failing = createOnce(join(folder, 'c/secret'), () => Promise.reject(new Error('no entropy')));
  await expect(failing).rejects.toThrow('no entropy');
  expect(await readdir(join(folder, 'c'))).toEqual([]);
});
