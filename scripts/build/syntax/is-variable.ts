import type { Identifier, SyntaxTree } from './syntax-tree.ts';

/** Whether an identifier names a variable, and not a property, a label or what another module calls it. */
export function isVariable(tree: SyntaxTree, identifier: Identifier): boolean {
  const parent = tree.parentOf(identifier);
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.computed || parent.object === identifier;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.computed || parent.key !== identifier;
    case 'ImportSpecifier':
      return parent.local === identifier;
    case 'ExportSpecifier':
      return parent.local === identifier && !isReExport(tree, parent);
    case 'ExportAllDeclaration':
    case 'MetaProperty':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return false;
    default:
      return true;
  }
}

function isReExport(tree: SyntaxTree, specifier: Parameters<SyntaxTree['parentOf']>[0]): boolean {
  const declaration = tree.parentOf(specifier);
  return declaration?.type === 'ExportNamedDeclaration' && declaration.source !== null;
}
