import type { CallExpression } from 'oxc-parser';
import type { Scopes } from '../syntax/resolve-scopes.ts';
import { isFunction } from '../syntax/resolve-scopes.ts';
import { constantValue, staticText } from '../syntax/static-text.ts';
import type { Identifier, Node, SyntaxTree } from '../syntax/syntax-tree.ts';
import { COMPUTED, type Segments, segmentOf } from './xapi-path.ts';
import { xapiRoots } from './xapi-roots.ts';

/** A place up to which a part of `xapi` could be followed. */
export interface Sighting {
  readonly segments: Segments;
  /** Where it begins, in UTF-16 units of the code. */
  readonly offset: number;
  /** The arguments with which it is called; absent where it goes on in ways that the code does not show. */
  readonly call?: readonly Node[];
}

/**
 * Follows the module `xapi` through a bundle: along properties, into variables and destructured names, and into
 * the parameters of functions of the bundle.
 */
export function followXapi(tree: SyntaxTree, scopes: Scopes): Sighting[] {
  const sightings: Sighting[] = [];
  const followed = new Set<string>();

  function followVariable(identifier: Identifier, segments: Segments): void {
    const key = `${identifier.start} ${segments.join(' ')}`;
    if (followed.has(key)) return;
    followed.add(key);
    for (const reference of scopes.bindingOf(identifier)?.references ?? []) {
      followValue(reference, segments, reference.start);
    }
  }

  function followValue(value: Node, before: Segments, offset: number): void {
    const { node, segments } = climb(tree, scopes, value, before);
    const parent = tree.parentOf(node);
    if (parent?.type === 'CallExpression' && parent.callee === node) {
      sightings.push({ segments, offset, call: parent.arguments });
    } else if (!parent || !isUnused(parent, node)) {
      const target = parent && receiver(tree, scopes, parent, node);
      if (target) followPattern(target, segments, offset);
      else sightings.push({ segments, offset });
    }
  }

  function followPattern(pattern: Node, segments: Segments, offset: number): void {
    if (pattern.type === 'Identifier') followVariable(pattern as Identifier, segments);
    else if (pattern.type === 'AssignmentPattern') followPattern(pattern.left, segments, offset);
    else if (pattern.type !== 'ObjectPattern') sightings.push({ segments, offset });
    else {
      for (const each of pattern.properties) {
        if (each.type === 'Property') {
          followPattern(each.value, [...segments, nameOf(tree, scopes, each.key, each.computed)], each.start);
        } else followPattern(each.argument, segments, offset);
      }
    }
  }

  for (const { identifier, segments } of xapiRoots(tree)) followVariable(identifier, segments);
  return sightings;
}

/** Goes up as long as the expression is a property of the one before, or hands its value on. */
function climb(tree: SyntaxTree, scopes: Scopes, value: Node, before: Segments) {
  let node = value;
  let segments = before;
  for (;;) {
    const parent = tree.parentOf(node);
    if (parent?.type === 'MemberExpression' && parent.object === node) {
      segments = [...segments, nameOf(tree, scopes, parent.property, parent.computed)];
    } else if (!parent || !handsOn(parent, node)) return { node, segments };
    node = parent;
  }
}

function handsOn(parent: Node, value: Node): boolean {
  switch (parent.type) {
    case 'ChainExpression':
    case 'LogicalExpression':
      return true;
    case 'ConditionalExpression':
      return parent.test !== value;
    case 'SequenceExpression':
      return parent.expressions.at(-1) === value;
    default:
      return false;
  }
}

function nameOf(tree: SyntaxTree, scopes: Scopes, key: Node, isComputed: boolean): string {
  if (!isComputed && key.type === 'Identifier') return key.name;
  const name = staticText(tree, scopes, key);
  return name === undefined ? COMPUTED : segmentOf(name);
}

/** Nobody gets to see the value: a statement of its own, a question whether it is there, or it is written over. */
const isUnused = (parent: Node, value: Node) =>
  parent.type === 'ExpressionStatement' ||
  parent.type === 'UnaryExpression' ||
  parent.type === 'IfStatement' ||
  (parent.type === 'AssignmentExpression' && parent.left === value);

/** What takes a value over: a variable, a pattern, or the parameter of a function whose code is known. */
function receiver(tree: SyntaxTree, scopes: Scopes, parent: Node, value: Node): Node | undefined {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id;
    case 'AssignmentPattern':
      return parent.left;
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' ? parent.left : undefined;
    case 'CallExpression':
      return parameterOf(tree, scopes, parent, value);
    default:
      return undefined;
  }
}

function parameterOf(
  tree: SyntaxTree,
  scopes: Scopes,
  { callee, arguments: given }: CallExpression,
  value: Node,
): Node | undefined {
  const called = callee.type === 'Identifier' ? functionOf(tree, scopes, callee as Identifier) : callee;
  const values: readonly Node[] = given;
  return called && isFunction(called) ? called.params[values.indexOf(value)] : undefined;
}

function functionOf(tree: SyntaxTree, scopes: Scopes, name: Identifier): Node | undefined {
  const declaration = scopes.bindingOf(name)?.declarations[0];
  const declared = declaration && tree.parentOf(declaration);
  return declared && isFunction(declared) && declared.id === declaration
    ? declared
    : constantValue(tree, scopes, name);
}
