import type { Scopes } from './resolve-scopes.ts';
import type { Identifier, Node, SyntaxTree } from './syntax-tree.ts';

/** The text that an expression always has, as far as the code shows it: `'a'`, `7`, `` `b` ``, or a constant of these. */
export function staticText(tree: SyntaxTree, scopes: Scopes, expression: Node): string | undefined {
  switch (expression.type) {
    case 'Literal':
      return expression.value === null ? undefined : String(expression.value);
    case 'TemplateLiteral':
      return expression.expressions.length === 0 ? (expression.quasis[0]?.value.cooked ?? '') : undefined;
    case 'Identifier': {
      const value = constantValue(tree, scopes, expression as Identifier);
      return value && staticText(tree, scopes, value);
    }
    default:
      return undefined;
  }
}

/** What a variable is initialized with, when nothing in the code gives it another value. */
export function constantValue(tree: SyntaxTree, scopes: Scopes, identifier: Identifier): Node | undefined {
  const binding = scopes.bindingOf(identifier);
  const [declaration, ...others] = binding?.declarations ?? [];
  if (!binding || !declaration || others.length > 0) return undefined;
  const declarator = tree.parentOf(declaration);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== declaration) return undefined;
  if (declarator.init === identifier) return undefined;
  return binding.references.some((each) => isAssigned(tree, each))
    ? undefined
    : (declarator.init ?? undefined);
}

function isAssigned(tree: SyntaxTree, identifier: Identifier): boolean {
  const parent = tree.parentOf(identifier);
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === identifier;
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'Property':
      return tree.parentOf(parent)?.type === 'ObjectPattern' && parent.value === identifier;
    default:
      return false;
  }
}
