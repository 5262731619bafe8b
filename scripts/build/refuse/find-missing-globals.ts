import type { Scopes } from '../syntax/resolve-scopes.ts';
import type { Identifier, SyntaxTree } from '../syntax/syntax-tree.ts';
import { DEVICE_GLOBALS } from './device-globals.ts';
import type { Fault } from './fault.ts';
import { isFeatureTest } from './is-feature-test.ts';
import { isKnownToBeMissing, useInstead } from './use-instead.ts';

/** Globals that a device does not have, named plainly or as a property of `globalThis`. */
export function findMissingGlobals(tree: SyntaxTree, { globals }: Scopes): Fault[] {
  return globals.flatMap((identifier) => {
    if (!DEVICE_GLOBALS.has(identifier.name)) {
      return isFeatureTest(tree, identifier) ? [] : [missing(identifier.name, identifier.start)];
    }
    const name = identifier.name === 'globalThis' ? propertyOf(tree, identifier) : undefined;
    return name && isKnownToBeMissing(name) ? [missing(name, identifier.start)] : [];
  });
}

const missing = (name: string, offset: number): Fault => ({
  offset,
  text: `${name} is not there on a device. ${useInstead(name)}`,
});

function propertyOf(tree: SyntaxTree, identifier: Identifier): string | undefined {
  const parent = tree.parentOf(identifier);
  if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return undefined;
  if (isFeatureTest(tree, identifier)) return undefined;
  return !parent.computed && parent.property.type === 'Identifier' ? parent.property.name : undefined;
}
