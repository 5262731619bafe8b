import { transform } from 'esbuild';
import { readUses } from '../compatibility/read-uses.ts';
import type { XapiUse } from '../compatibility/xapi-use.ts';
import { sourcePlaces } from '../source-places.ts';
import { resolveScopes } from '../syntax/resolve-scopes.ts';
import { parseModule } from '../syntax/syntax-tree.ts';

/** What a macro of one file uses, read as the build reads it: minified, with a source map. */
export async function usesOf(typescript: string): Promise<XapiUse[]> {
  const { code, map } = await transform(typescript, {
    loader: 'ts',
    minify: true,
    format: 'esm',
    target: 'es2020',
    sourcemap: 'external',
    sourcefile: '../../macros/mine/index.ts',
  });
  const tree = parseModule(code);
  return readUses(tree, resolveScopes(tree), sourcePlaces(code, map));
}
