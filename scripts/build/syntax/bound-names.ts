import type { Identifier, Node } from './syntax-tree.ts';

/** The names that a declaration's pattern binds: `a` and `c` of `{ a, b: [c] }`. */
export function boundNames(pattern: Node | null): Identifier[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern as Identifier];
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        boundNames(each.type === 'Property' ? each.value : each.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    default:
      return [];
  }
}
