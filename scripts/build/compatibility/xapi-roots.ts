import type { Identifier, SyntaxTree } from '../syntax/syntax-tree.ts';

/** A variable that holds the `xapi` module, or something below it. */
export interface Root {
  readonly identifier: Identifier;
  readonly segments: readonly string[];
}

/** The variables that hold what the module `xapi` exports. */
export const xapiRoots = (tree: SyntaxTree): Root[] =>
  tree.nodes.flatMap((node) => {
    if (node.type !== 'ImportDeclaration' || node.source.value !== 'xapi') return [];
    return node.specifiers.map((specifier): Root => {
      const identifier = specifier.local as Identifier;
      if (specifier.type !== 'ImportSpecifier') return { identifier, segments: [] };
      const { imported } = specifier;
      const name = imported.type === 'Identifier' ? imported.name : imported.value;
      return { identifier, segments: name === 'default' ? [] : [name] };
    });
  });
