import { childrenOf, type Identifier, type Node, type SyntaxTree } from '../syntax/syntax-tree.ts';

/**
 * Whether a global is only asked for, or used where it is known to be there: `typeof URL`, and `URL` in
 * `typeof URL === 'function' && new URL(text)`. Libraries do so, and such code runs on a device.
 */
export function isFeatureTest(tree: SyntaxTree, identifier: Identifier): boolean {
  let below: Node = identifier;
  for (let node = tree.parentOf(below); node; below = node, node = tree.parentOf(node)) {
    if (node.type === 'UnaryExpression' && node.operator === 'typeof') return true;
    const test = testOf(node);
    if (test && test !== below && asksFor(test, identifier.name)) return true;
  }
  return false;
}

function testOf(node: Node): Node | undefined {
  if (node.type === 'ConditionalExpression' || node.type === 'IfStatement') return node.test;
  return node.type === 'LogicalExpression' ? node.left : undefined;
}

const asksFor = (node: Node, name: string): boolean =>
  (node.type === 'UnaryExpression' && node.operator === 'typeof' && isNamed(node.argument, name)) ||
  childrenOf(node).some((child) => asksFor(child, name));

const isNamed = (node: Node, name: string) => node.type === 'Identifier' && node.name === name;
