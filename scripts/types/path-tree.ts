import { UserError } from '#scripts/lib/user-error';

/** What stands at a path's end: how the member is written there, and the comment above it. */
export interface Leaf {
  /** Everything after the name, such as `: string` or `(params: {…}): Promise<…>`. */
  readonly text: string;
  readonly doc: string;
}

interface Branch {
  readonly children: Map<string, Branch>;
  isList: boolean;
  leaf?: Leaf;
}

/** Paths with their leaves as the members of one nested TypeScript type; `A[n] B` makes a list of `A`. */
export function pathTree(leaves: readonly (readonly [path: string, leaf: Leaf])[]): string {
  const root: Branch = { children: new Map(), isList: false };
  for (const [path, leaf] of leaves) addLeaf(root, path, leaf);
  return members(root, '  ');
}

function addLeaf(root: Branch, path: string, leaf: Leaf): void {
  let branch = root;
  for (const segment of path.split(' ')) {
    const [name = '', index] = segment.split('[');
    const child = branch.children.get(name) ?? { children: new Map(), isList: false };
    child.isList ||= index !== undefined;
    branch.children.set(name, child);
    if (branch.leaf) throw ambiguous(path);
    branch = child;
  }
  if (branch.children.size > 0) throw ambiguous(path);
  branch.leaf = leaf;
}

const ambiguous = (path: string) =>
  new UserError('ambiguous-path', `${path}: one of the paths is both a value and the parent of others.`);

function members(branch: Branch, indent: string): string {
  return [...branch.children].map(([name, child]) => member(name, child, indent)).join('');
}

function member(name: string, branch: Branch, indent: string): string {
  if (branch.leaf) {
    const { doc, text } = branch.leaf;
    return `${doc ? `${indent}/** ${doc} */\n` : ''}${indent}${name}${text.replaceAll('\n', `\n${indent}`)};\n`;
  }
  const body = `{\n${members(branch, `${indent}  `)}${indent}}`;
  return `${indent}${name}: ${branch.isList ? `readonly ${body}[]` : body};\n`;
}
