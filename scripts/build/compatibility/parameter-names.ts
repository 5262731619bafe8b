import type { Scopes } from '../syntax/resolve-scopes.ts';
import { constantValue, staticText } from '../syntax/static-text.ts';
import type { Identifier, Node, SyntaxTree } from '../syntax/syntax-tree.ts';

export interface ParameterNames {
  readonly names: readonly string[];
  /** Whether there may be others, which are computed. */
  readonly isOpen: boolean;
}

const NONE: ParameterNames = { names: [], isOpen: false };
const UNKNOWN: ParameterNames = { names: [], isOpen: true };

/** The names that an expression in the place of a command's parameters may have, in any of its branches. */
export function parameterNames(tree: SyntaxTree, scopes: Scopes, value: Node | undefined): ParameterNames {
  const read = (node: Node) => parameterNames(tree, scopes, node);
  switch (value?.type) {
    case undefined:
    case 'Literal':
    case 'TemplateLiteral':
      return NONE;
    case 'ConditionalExpression':
      return union([read(value.consequent), read(value.alternate)]);
    case 'LogicalExpression':
      return union([value.operator === '&&' ? NONE : read(value.left), read(value.right)]);
    case 'UnaryExpression':
      return value.operator === 'void' ? NONE : UNKNOWN;
    case 'Identifier': {
      const constant = constantValue(tree, scopes, value as Identifier);
      return constant ? read(constant) : UNKNOWN;
    }
    case 'ObjectExpression':
      return union(
        value.properties.map((property) => {
          if (property.type === 'SpreadElement') return read(property.argument);
          const { key } = property;
          const isPlain = !property.computed && key.type === 'Identifier';
          const name = isPlain ? key.name : staticText(tree, scopes, key);
          return name === undefined ? UNKNOWN : { names: [name], isOpen: false };
        }),
      );
    default:
      return UNKNOWN;
  }
}

const union = (parts: readonly ParameterNames[]): ParameterNames => ({
  names: [...new Set(parts.flatMap(({ names }) => names))],
  isOpen: parts.some(({ isOpen }) => isOpen),
});
