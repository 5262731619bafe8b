import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Leaves of a macro's `settings.ts` only the values. esbuild would carry the schema along, and the library that it
 * is made with: it cannot tell that making a schema does nothing else.
 */
export const plainSettings = (root: string, macro: string): Plugin => ({
  name: 'plain-settings',
  setup(build) {
    const file = join(root, 'macros', macro, 'settings.ts');
    build.onLoad({ filter: /[/\\]settings\.ts$/ }, ({ path }) =>
      path === file ? { contents: 'export const settings = MACRO_SETTINGS;', loader: 'ts' } : undefined,
    );
  },
});
