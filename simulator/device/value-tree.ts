import type { Leaf } from './build-tree.ts';
import type { Scalar } from './check-value.ts';
import type { SchemaNode } from './schema-node.ts';
import type { Path } from './types.ts';

/** What an entry says when no value was set: a configuration's default; nothing for a status. */
export type Fallback<Entry> = (entry: Entry) => Scalar | undefined;

export interface ValueLeaf<Entry> extends Leaf {
  readonly value: Scalar;
  readonly entry: Entry;
}

/**
 * The values of one device below one root. Only what was set is kept, so that hundreds of devices share the
 * catalogue's tree. Paths are in the catalogue's spelling, without the root.
 */
export class ValueTree<Entry> {
  readonly #values = new Map<string, Scalar>();
  readonly #items = new Map<string, Set<number>>();

  constructor(
    readonly schema: SchemaNode<Entry>,
    private readonly fallback: Fallback<Entry>,
  ) {}

  /** Keeps a value; `false` when it was that already. */
  set(path: Path, value: Scalar, entry: Entry): boolean {
    const key = keyOf(path);
    if ((this.#values.get(key) ?? this.fallback(entry)) === value) return false;
    this.#values.set(key, value);
    path.forEach((segment, position) => {
      if (typeof segment === 'number') this.#remember(keyOf(path.slice(0, position)), segment);
    });
    return true;
  }

  /** Drops a list item with all that it holds; `false` when there was none. */
  removeItem(list: Path, id: number): boolean {
    if (!this.#items.get(keyOf(list))?.delete(id)) return false;
    const prefix = `${keyOf([...list, id])} `;
    for (const key of this.#values.keys()) if (key.startsWith(prefix)) this.#values.delete(key);
    for (const key of this.#items.keys()) if (key.startsWith(prefix)) this.#items.delete(key);
    return true;
  }

  /** The indices that a list has now, in order. */
  items(list: Path, node: SchemaNode<Entry>): number[] {
    const fixed = [...node.items.keys()].filter((id) => id !== 'n');
    return [...new Set([...fixed, ...(this.#items.get(keyOf(list)) ?? [])])].sort((a, b) => a - b);
  }

  /** Everything that has a value at or below a node. */
  *leaves(node: SchemaNode<Entry>, path: Path): Generator<ValueLeaf<Entry>> {
    if (node.entry !== undefined) {
      const value = this.#values.get(keyOf(path)) ?? this.fallback(node.entry);
      if (value !== undefined) yield { path, value, entry: node.entry };
    }
    for (const child of node.children.values()) yield* this.leaves(child, [...path, child.name]);
    if (node.items.size === 0) return;
    for (const id of this.items(path, node)) {
      const item = node.items.get(id) ?? node.items.get('n');
      if (item) yield* this.leaves(item, [...path, id]);
    }
  }

  #remember(list: string, id: number): void {
    const known = this.#items.get(list);
    if (known) known.add(id);
    else this.#items.set(list, new Set([id]));
  }
}

const keyOf = (path: Path): string => path.join(' ');
