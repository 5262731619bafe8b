/** What stands at a path's end: a type, or of a command its signature; and lines for the editor. */
export interface Leaf {
  readonly text: string;
  readonly doc: readonly string[];
}

/**
 * A name in the tree. On different devices it may be a value, a parent and a list: all are kept. In the item of a
 * list, too.
 */
export interface Branch {
  /** One that no other branch of the tree has: the names on its path, joined. */
  readonly name: string;
  readonly children: Map<string, Branch>;
  leaf?: Leaf;
  list?: { readonly item: Branch; readonly indices: Set<number | 'n'> };
}

export interface LeafAt {
  /** With the bounds of each list: `Connector[1..3] Name`, `Connector[5] Name`. */
  readonly paths: readonly string[];
  readonly leaf: Leaf;
}

/** The tree that the paths make, `name` at its root. */
export function pathTree(name: string, leaves: readonly LeafAt[]): Branch {
  const newBranch = branchMaker(name);
  const root = newBranch('');
  for (const { paths, leaf } of leaves) {
    for (const path of paths) {
      let branch = root;
      let words = '';
      for (const { key, index } of path.split(' ').map(readSegment)) {
        words += key.replaceAll(/\W/g, '');
        branch = branch.children.get(key) ?? addChild(branch, key, newBranch(words));
        if (index === undefined) continue;
        words += 'Item';
        branch.list ??= { item: newBranch(words), indices: new Set() };
        for (const each of indicesOf(index)) branch.list.indices.add(each);
        branch = branch.list.item;
      }
      branch.leaf = leaf;
    }
  }
  return root;
}

/** Words of different paths may run together to the same name; the later one is marked then. */
function branchMaker(tree: string): (words: string) => Branch {
  const taken = new Set<string>();
  return (words) => {
    let name = words + tree;
    while (taken.has(name)) name += '_';
    taken.add(name);
    return { name, children: new Map() };
  };
}

function addChild(branch: Branch, key: string, child: Branch): Branch {
  branch.children.set(key, child);
  return child;
}

function readSegment(segment: string): { readonly key: string; readonly index: string | undefined } {
  const [key = '', index] = segment.replace(']', '').split('[');
  return { key, index };
}

function indicesOf(index: string): (number | 'n')[] {
  if (index === 'n') return ['n'];
  const [first = 1, last = first] = index.split('..').map(Number);
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
