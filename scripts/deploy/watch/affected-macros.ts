import { join, relative, resolve, sep } from 'node:path';
import type { MacroBundle } from '#scripts/build/bundle-macros';

const BUNDLES = 'dist/macros';

/** Whether a change of a file below `macros/` or `contract/` can change a macro. */
export const isSource = (file: string): boolean => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file);

/**
 * The macros that a changed file may change: those that were built from it, and the one whose folder it is in, which
 * may not have used it yet. `file` is absolute.
 */
export function affectedMacros(root: string, file: string, bundles: readonly MacroBundle[]): string[] {
  const users = bundles.filter(({ map }) => sourcesOf(root, map).includes(file)).map(({ name }) => name);
  const [folder = '', ...inside] = relative(join(root, 'macros'), file).split(sep);
  const isOwn = inside.length > 0 && folder !== '..' && folder !== 'lib' && folder !== 'types';
  return [...new Set([...users, ...(isOwn ? [folder] : [])])];
}

/** A source map names its sources as seen from the bundles' folder. */
function sourcesOf(root: string, map: string): string[] {
  const { sources } = JSON.parse(map) as { sources: readonly string[] };
  return sources.map((source) => resolve(root, BUNDLES, source));
}
