import type { ConfigurationEntry, StatusEntry } from '#xapi';
import { buildTree, digTree, type Leaf } from './build-tree.ts';
import type { CatalogueIndex } from './catalogue-index.ts';
import type { Scalar } from './check-value.ts';
import { flattenValue, type Write } from './flatten-value.ts';
import { matchPath } from './match-path.ts';
import { formatPath, normalizePath, rootOf, withoutRoot } from './path.ts';
import { hasRole, noPermission, readersOf } from './permission.ts';
import { type Found, findNode } from './schema-node.ts';
import type { Caller, Json, Path } from './types.ts';
import { ValueTree } from './value-tree.ts';
import { XAPI_ERROR, XapiError } from './xapi-error.ts';

type ValueEntry = StatusEntry | ConfigurationEntry;

/** A value with the entry that describes it; `undefined` for the end of a list item. The path has the root. */
export interface Change extends Leaf {
  readonly entry: ValueEntry | undefined;
}

interface FoundValues extends Found<ValueEntry> {
  readonly root: 'Status' | 'Configuration';
  readonly tree: ValueTree<ValueEntry>;
}

/** Statuses that are worked out when they are read, such as the time, by catalogue path. */
export type ComputedStatuses = Readonly<Record<string, () => Scalar>>;

/** The statuses and configurations of one device. */
export class DeviceValues {
  readonly #status: ValueTree<ValueEntry>;
  readonly #configuration: ValueTree<ValueEntry>;

  constructor(index: CatalogueIndex, computed: ComputedStatuses) {
    this.#status = new ValueTree<ValueEntry>(index.status, (entry) => computed[entry.path]?.());
    this.#configuration = new ValueTree<ValueEntry>(index.configuration, defaultOf);
  }

  /** @throws XapiError */
  get(caller: Caller, path: Path): Json {
    const { root, tree, ...found } = this.#find(path);
    const leaves = [...tree.leaves(found.node, found.path)];
    const readable = leaves.filter(({ entry }) => hasRole(caller, readersOf(entry)));
    if (readable.length === 0 && leaves.length > 0) throw noPermission();
    const value = digTree(buildTree(readable), found.path);
    if (value !== undefined) return value;
    if (found.node.items.size > 0) return [];
    throw new XapiError(XAPI_ERROR.commandFailed, `No value: ${root} ${formatPath(found.path)}`);
  }

  peek(path: Path): Json | undefined {
    const found = this.#lookUp(normalizePath(path));
    return found && digTree(buildTree([...found.tree.leaves(found.node, found.path)]), found.path);
  }

  /** What a query covers and its caller may read; paths have the root. */
  covered(caller: Caller, query: Path): Leaf[] {
    const root = rootOf(query[0]);
    if (root !== 'Status' && root !== 'Configuration') return [];
    const tree = root === 'Status' ? this.#status : this.#configuration;
    return [...tree.leaves(tree.schema, [])]
      .filter(({ entry }) => hasRole(caller, readersOf(entry)))
      .map(({ path, value }) => ({ path: [root, ...path], value }))
      .filter(({ path }) => matchPath(query, path));
  }

  /** @returns what really changed @throws XapiError, and then nothing has */
  setStatus(path: Path, value: Json): Change[] {
    const { tree, ...found } = this.#find(['Status', ...withoutRoot(path, 'Status')]);
    return flattenValue('Status', found, value).flatMap((write) => apply('Status', tree, write));
  }

  /** @returns what really changed @throws XapiError, and then nothing has */
  setConfiguration(path: Path, value: Json, caller?: Caller): Change[] {
    const root = 'Configuration';
    const { tree, ...found } = this.#find([root, ...withoutRoot(path, root)]);
    const writes = flattenValue(root, found, value);
    for (const write of writes) {
      if (write.kind === 'remove') {
        throw new XapiError(XAPI_ERROR.badParameter, `${root} ${formatPath(path)} cannot be removed`);
      }
      if (caller && !hasRole(caller, write.entry.role)) throw noPermission();
    }
    return writes.flatMap((write) => apply(root, tree, write));
  }

  /** @throws XapiError when there is no such path */
  #find(path: Path): FoundValues {
    const segments = normalizePath(path);
    const found = this.#lookUp(segments);
    if (!found) throw noMatch(segments);
    return found;
  }

  #lookUp(segments: Path): FoundValues | undefined {
    const root = rootOf(segments[0]);
    if (root !== 'Status' && root !== 'Configuration') return undefined;
    const tree = root === 'Status' ? this.#status : this.#configuration;
    // `Status.Call['*'].get()` asks for the whole list.
    const below = segments.slice(1, segments.at(-1) === '*' ? -1 : undefined);
    const found = findNode(tree.schema, below);
    return found && { root, tree, node: found.node, path: found.path };
  }
}

export const noMatch = (path: Path) =>
  new XapiError(XAPI_ERROR.badParameter, `No match on address expression: ${formatPath(path)}`);

function apply(
  root: 'Status' | 'Configuration',
  tree: ValueTree<ValueEntry>,
  write: Write<ValueEntry>,
): Change[] {
  if (write.kind === 'remove') {
    if (!tree.removeItem(write.list, write.id)) return [];
    return [{ path: [root, ...write.list, write.id, 'ghost'], value: 'True', entry: undefined }];
  }
  const { path, value, entry } = write;
  return tree.set(path, value, entry) ? [{ path: [root, ...path], value, entry }] : [];
}

function defaultOf(entry: ValueEntry): Scalar | undefined {
  if (entry.type !== 'Configuration') return undefined;
  return entry.value.type === 'Integer' ? Number(entry.default) : entry.default;
}
