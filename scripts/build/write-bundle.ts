import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLES_FOLDER } from './compile-macro.ts';
import type { MacroBundle } from './macro-bundle.ts';

const OWNER_ONLY = 0o600;
const ANYBODY = 0o644;

/**
 * Keeps a bundle and its source map in `dist/macros`: as `NAME.js`, or, for a device with settings of its own, as
 * `NAME.HASH.js` with the hash's first twelve digits. One with secrets only its owner can read.
 */
export async function writeBundle(root: string, bundle: MacroBundle, isDefault: boolean): Promise<void> {
  const { name, source, map, hash, secrets } = bundle;
  const folder = join(root, BUNDLES_FOLDER);
  await mkdir(folder, { recursive: true });
  const file = join(folder, isDefault ? `${name}.js` : `${name}.${hash.slice(0, 12)}.js`);
  await Promise.all([
    replaceFile(file, source, secrets.length > 0 ? OWNER_ONLY : ANYBODY),
    replaceFile(`${file}.map`, map, ANYBODY),
  ]);
}

/** Whoever reads the file meanwhile gets the old text or the new one, whole. */
async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode });
  await rename(draft, file);
}
