import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '#scripts/lib/user-error';
import { checkMacroSizes } from './check-macro-sizes.ts';
import type { XapiUse } from './compatibility/xapi-use.ts';
import { compileMacro, HASH_PLACE } from './compile-macro.ts';

/** One macro as it goes to a device. */
export interface MacroBundle {
  /** The folder's name, and the macro's on the device. */
  readonly name: string;
  /** One ES2020 module that imports nothing but `xapi`; its first line names name, version and hash. */
  readonly source: string;
  /**
   * SHA-256 in hex of the source with 64 zeros in the places of the hash. The macro logs
   * `ready NAME HASH` when it has started.
   */
  readonly hash: string;
  /** Length of the source in UTF-8. */
  readonly bytes: number;
  /** Source map, JSON. It stays here; device logs are read with it. */
  readonly map: string;
  /** Every use of the xAPI, in the order of the bundle. */
  readonly uses: readonly XapiUse[];
  /** Names of the settings that its schema marks as secret, and whose values are in the source. */
  readonly secrets: readonly string[];
}

/**
 * Bundles every folder of `macros/` that has an `index.ts`, and writes the bundles to `dist/macros`.
 *
 * @throws UserError `macro-build-failed` with file, line and column; `macro-too-large`
 */
export async function bundleMacros(root: string): Promise<MacroBundle[]> {
  const names = await macroNames(root);
  const version = await versionOf(root);
  const bundles = await Promise.all(names.map((name) => bundle(root, name, version)));
  checkMacroSizes(bundles);
  await writeBundles(join(root, 'dist/macros'), bundles);
  return bundles;
}

async function macroNames(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'macros'), { recursive: true });
  const names = entries.flatMap((entry) => /^([^/\\]+)[/\\]index\.ts$/.exec(entry)?.[1] ?? []);
  if (names.length === 0) throw new UserError('no-macros', 'No folder of macros/ has an index.ts.');
  return names.sort();
}

async function versionOf(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function bundle(root: string, name: string, version: string): Promise<MacroBundle> {
  const { code, map } = await compileMacro(root, name, version);
  const hash = createHash('sha256').update(code).digest('hex');
  const source = code.replaceAll(HASH_PLACE, hash);
  return { name, source, hash, bytes: Buffer.byteLength(source), map, uses: [], secrets: [] };
}

async function writeBundles(folder: string, bundles: readonly MacroBundle[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    bundles.flatMap(({ name, source, map }) => [
      replaceFile(join(folder, `${name}.js`), source),
      replaceFile(join(folder, `${name}.js.map`), map),
    ]),
  );
}

/** Whoever reads the file meanwhile gets the old text or the new one, whole. */
async function replaceFile(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, file);
}
