import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMacroHeader } from '#scripts/build/macro-header';
import { PlaceMap } from './place-map.ts';

/** The source maps in `dist/macros`, found by the hash of the macro that they belong to. */
export class BuiltMaps {
  readonly #found = new Map<string, Promise<PlaceMap | undefined>>();

  constructor(private readonly root: string) {}

  /** `undefined` when that very code was not built here, or another build has taken its place since. */
  of(macro: string, hash: string): Promise<PlaceMap | undefined> {
    const key = `${macro} ${hash}`;
    const known = this.#found.get(key) ?? this.#read(macro, hash);
    this.#found.set(key, known);
    return known;
  }

  async #read(macro: string, hash: string): Promise<PlaceMap | undefined> {
    const folder = join(this.root, 'dist/macros');
    const files = await readdir(folder, { recursive: true }).catch(() => []);
    for (const file of files.filter((each) => each.endsWith('.js'))) {
      const header = readMacroHeader(await readFile(join(folder, file), 'utf8').catch(() => ''));
      if (header?.name !== macro || header.hash !== hash) continue;
      const json = await readFile(join(folder, `${file}.map`), 'utf8').catch(() => undefined);
      if (json !== undefined) return new PlaceMap(json);
    }
    return undefined;
  }
}
