import type { Json, JsonObject, Path } from './types.ts';

/** A value and where it stands, from the root: `['Status', 'WebView', 1, 'URL']`. */
export interface Leaf {
  readonly path: Path;
  readonly value: Json;
}

type Branch = { [key: string]: Json };

/** The rooted tree that holds the leaves; a list is an array of objects with `id`. */
export function buildTree(leaves: readonly Leaf[]): JsonObject {
  const tree: Branch = {};
  for (const { path, value } of leaves) place(tree, path, value);
  return tree;
}

function place(tree: Branch, path: Path, value: Json): void {
  let branch = tree;
  path.forEach((segment, position) => {
    if (typeof segment === 'number') return;
    const next = path[position + 1];
    if (next === undefined) branch[segment] = value;
    else branch = typeof next === 'number' ? itemOf(branch, segment, next) : branchOf(branch, segment);
  });
}

function branchOf(parent: Branch, name: string): Branch {
  const known = parent[name];
  if (isBranch(known)) return known;
  const made: Branch = {};
  parent[name] = made;
  return made;
}

function itemOf(parent: Branch, name: string, id: number): Branch {
  const known = parent[name];
  const list: Json[] = Array.isArray(known) ? known : [];
  parent[name] = list;
  const item = list.find((each) => isBranch(each) && each.id === id);
  if (isBranch(item)) return item;
  const made: Branch = { id };
  list.push(made);
  return made;
}

const isBranch = (value: Json | undefined): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands below a path of a tree. */
export function digTree(tree: Json, path: Path): Json | undefined {
  let value: Json | undefined = tree;
  for (const segment of path) {
    if (Array.isArray(value)) value = value.find((item) => isBranch(item) && item.id === segment);
    else value = isBranch(value) ? value[segment] : undefined;
  }
  return value;
}
