import type { ArrowFunctionExpression, Function as FunctionNode } from 'oxc-parser';
import { boundNames } from './bound-names.ts';
import { isVariable } from './is-variable.ts';
import { type Binding, Scope } from './scope.ts';
import { childrenOf, type Identifier, type Node, type SyntaxTree } from './syntax-tree.ts';

/** Which variable each name of a module means. */
export interface Scopes {
  bindingOf(identifier: Identifier): Binding | undefined;
  /** Names that the module itself does not declare. */
  readonly globals: readonly Identifier[];
}

/** By the rules of a module: always strict, so that a function in a block is known in the block only. */
export function resolveScopes(tree: SyntaxTree): Scopes {
  const scopeAt = new Map<Identifier, Scope>();
  const declared = new Set<Identifier>();

  function declare(scope: Scope, pattern: Node | null): void {
    for (const identifier of boundNames(pattern)) {
      scope.declare(identifier);
      scopeAt.set(identifier, scope);
      declared.add(identifier);
    }
  }
  function visit(node: Node, outer: Scope): void {
    declareAround(node, outer, declare);
    const scope = opensScope(node) ? new Scope(outer, holdsVars(node)) : outer;
    declareInside(node, scope, declare);
    if (node.type === 'Identifier' && !declared.has(node as Identifier))
      scopeAt.set(node as Identifier, scope);
    for (const child of childrenOf(node)) visit(child, scope);
  }
  visit(tree.program, new Scope(undefined, true));

  const globals: Identifier[] = [];
  const bindings = new Map<Identifier, Binding>();
  for (const [identifier, scope] of scopeAt) {
    if (!isVariable(tree, identifier)) continue;
    const binding = scope.find(identifier.name);
    if (!binding) globals.push(identifier);
    else bindings.set(identifier, binding);
    if (!declared.has(identifier)) binding?.references.push(identifier);
  }
  return { globals, bindingOf: (identifier) => bindings.get(identifier) };
}

type Declare = (scope: Scope, pattern: Node | null) => void;

/** What a node declares in the scope that it stands in. */
function declareAround(node: Node, scope: Scope, declare: Declare): void {
  if (node.type === 'VariableDeclaration') {
    const target = node.kind === 'var' ? scope.varScope() : scope;
    for (const { id } of node.declarations) declare(target, id);
  } else if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
    declare(scope, node.id);
  } else if (node.type === 'ImportDeclaration') {
    for (const { local } of node.specifiers) declare(scope, local);
  }
}

/** What a node declares for what stands in it. */
function declareInside(node: Node, scope: Scope, declare: Declare): void {
  if (isFunction(node)) {
    if (node.type === 'FunctionExpression') declare(scope, node.id);
    for (const parameter of node.params) declare(scope, parameter);
  } else if (node.type === 'ClassExpression') {
    declare(scope, node.id);
  } else if (node.type === 'CatchClause') {
    declare(scope, node.param);
  }
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
const BLOCKS = [
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'CatchClause',
  'ClassExpression',
  'StaticBlock',
];

export const isFunction = (node: Node): node is FunctionNode | ArrowFunctionExpression =>
  FUNCTIONS.includes(node.type);

const opensScope = (node: Node) => isFunction(node) || BLOCKS.includes(node.type);
const holdsVars = (node: Node) => isFunction(node) || node.type === 'StaticBlock';
