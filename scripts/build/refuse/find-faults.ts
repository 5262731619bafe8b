import type { Scopes } from '../syntax/resolve-scopes.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import type { Fault } from './fault.ts';
import { findMissingGlobals } from './find-missing-globals.ts';
import { findNewerLanguage } from './find-newer-language.ts';

/** Everything in a bundle that would break on the device and that esbuild lets pass, in the order of the code. */
export const findFaults = (tree: SyntaxTree, scopes: Scopes): Fault[] =>
  [...findMissingGlobals(tree, scopes), ...findNewerLanguage(tree, scopes)].sort(
    (one, other) => one.offset - other.offset,
  );
