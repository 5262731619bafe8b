import type { SchemaNode } from '#simulator/device/schema-node';
import type { ApiLeaf } from './api-leaf.ts';
import type { CompatibilityFault } from './compatibility-fault.ts';
import { matchPath } from './match-path.ts';
import { readSchema } from './read-schema.ts';
import { type CheckedBundle, findingsOf, useFaults } from './use-faults.ts';
import { COMPUTED, type Segments, splitPath } from './xapi-path.ts';
import type { XapiUse } from './xapi-use.ts';

/**
 * What a device's own schema has below a path such as `Command UserInterface` or `Configuration SystemUnit`: the
 * answer to `xDoc` with `{Path: path.split(' '), Type: 'Schema'}`, or `undefined` where it has nothing. What it
 * rejects with ends the check.
 */
export type SchemaOf = (path: string) => Promise<unknown>;

/** What a macro uses and a device does not have, by the device's own word. It is asked once for each first name. */
export async function checkAgainstSchema(
  bundle: CheckedBundle,
  schemaOf: SchemaOf,
  device = 'the device',
): Promise<CompatibilityFault[]> {
  const trees = new Map<string, SchemaNode<ApiLeaf> | undefined>();
  for (const { path } of bundle.uses.map(splitUse)) {
    if (trees.has(path)) continue;
    const schema = await schemaOf(path);
    trees.set(path, schema === undefined ? undefined : readSchema(path, schema));
  }
  return useFaults(bundle, device, (use) => {
    const { path, rest } = splitUse(use);
    const tree = trees.get(path);
    return findingsOf(use, tree && matchPath(tree, rest, (leaf) => leaf));
  });
}

/** What to ask the device for, and the way from there: its whole tree where the first name is computed. */
function splitUse({ kind, path }: XapiUse): { path: string; rest: Segments } {
  const root = kind === 'Config' ? 'Configuration' : kind;
  const [first, ...rest] = splitPath(path);
  if (first === undefined || first === COMPUTED) return { path: root, rest: splitPath(path) };
  return { path: `${root} ${first}`, rest };
}
