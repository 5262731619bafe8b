import type { Path } from './types.ts';

/** One name in a tree of the catalogue, and what stands below it. */
export interface SchemaNode<Entry> {
  /** As the catalogue spells it. */
  readonly name: string;
  readonly children: Map<string, SchemaNode<Entry>>;
  /** Of a list: what each index holds; `n` stands for any. Empty when this is no list. */
  readonly items: Map<number | 'n', SchemaNode<Entry>>;
  /** The entry that ends here: a value, an event, a command. */
  entry: Entry | undefined;
}

/** A node that was asked for, and its path in the catalogue's spelling. */
export interface Found<Entry> {
  readonly node: SchemaNode<Entry>;
  readonly path: Path;
}

export const schemaNode = <Entry>(name: string): SchemaNode<Entry> => ({
  name,
  children: new Map(),
  items: new Map(),
  entry: undefined,
});

/** Adds an entry under a catalogue path such as `Call[n] Status` or `Video Input Connector[1..3] Name`. */
export function plant<Entry>(root: SchemaNode<Entry>, path: string, entry: Entry): void {
  let reached = [root];
  for (const segment of path.split(' ')) {
    const [name = '', index] = segment.replace(']', '').split('[');
    reached = reached.map((node) => childOf(node.children, name.toLowerCase(), name));
    if (index !== undefined) {
      const indices = indicesOf(index);
      reached = reached.flatMap((node) => indices.map((id) => childOf(node.items, id, name)));
    }
  }
  for (const node of reached) node.entry = entry;
}

function childOf<Key, Entry>(nodes: Map<Key, SchemaNode<Entry>>, key: Key, name: string): SchemaNode<Entry> {
  const known = nodes.get(key);
  if (known) return known;
  const node = schemaNode<Entry>(name);
  nodes.set(key, node);
  return node;
}

function indicesOf(index: string): (number | 'n')[] {
  if (index === 'n') return ['n'];
  const [first = 1, last = first] = index.split('..').map(Number);
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** Follows a path, in any case of letters; a list's index is a number. */
export function findNode<Entry>(root: SchemaNode<Entry>, path: Path): Found<Entry> | undefined {
  let node = root;
  const spelled: (string | number)[] = [];
  for (const segment of path) {
    const next =
      typeof segment === 'number'
        ? (node.items.get(segment) ?? node.items.get('n'))
        : node.children.get(segment.toLowerCase());
    if (!next) return undefined;
    spelled.push(typeof segment === 'number' ? segment : next.name);
    node = next;
  }
  return { node, path: spelled };
}

/** Whether a query, with wildcards or without indices, covers an entry that is wanted. */
export function coversEntry<Entry>(
  node: SchemaNode<Entry>,
  query: Path,
  isWanted: (entry: Entry) => boolean,
): boolean {
  const into = (nodes: readonly SchemaNode<Entry>[], rest: Path) =>
    nodes.some((each) => coversEntry(each, rest, isWanted));
  const children = [...node.children.values()];
  const items = [...node.items.values()];
  const [wanted, ...rest] = query;
  // Below an item of a list `ghost` tells of the item's end; it is no entry of its own.
  if (wanted === undefined || wanted === 'ghost') {
    return (node.entry !== undefined && isWanted(node.entry)) || into([...children, ...items], []);
  }
  if (wanted === '**') return into([node], rest) || into([...children, ...items], query);
  if (typeof wanted === 'number') {
    const item = node.items.get(wanted) ?? node.items.get('n');
    return item !== undefined && into([item], rest);
  }
  if (wanted === '*') return into(items, rest) || into(items, query) || into(children, rest);
  const child = node.children.get(wanted.toLowerCase());
  return into(items, query) || (child !== undefined && into([child], rest));
}
