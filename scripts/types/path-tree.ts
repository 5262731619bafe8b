import { docComment } from './doc-comment.ts';

/** What stands at a path's end. */
export interface Leaf {
  /** A type, or of a command its signature, `(params: {…}): Promise<…>`. */
  readonly text: string;
  readonly isCommand?: true;
  /** Lines for the editor. */
  readonly doc: readonly string[];
}

/** A name in the tree. On different devices it may be a value, a parent and a list: all are kept. */
interface Branch {
  readonly children: Map<string, Branch>;
  leaf?: Leaf;
  list?: { readonly item: Branch; readonly indices: Set<number | 'n'> };
}

const newBranch = (): Branch => ({ children: new Map() });

/** Paths with their leaves as TypeScript interfaces: one of the given name, and one for each first segment. */
export function pathTree(
  name: string,
  leaves: readonly { readonly paths: readonly string[]; readonly leaf: Leaf }[],
): string {
  const root = newBranch();
  for (const { paths, leaf } of leaves) for (const path of paths) addLeaf(root, path, leaf);
  const groups: string[] = [];
  const members = [...root.children].map(([key, branch]) => {
    if (branch.leaf || branch.list) return member(key, branch, '  ');
    groups.push(`\nexport interface ${key}${name} ${body(branch, '')}\n`);
    return `  ${key}: ${key}${name};\n`;
  });
  return `\nexport interface ${name} {\n${members.join('')}}\n${groups.join('')}`;
}

function addLeaf(root: Branch, path: string, leaf: Leaf): void {
  let branch = root;
  for (const segment of path.split(' ')) {
    const [name = '', index] = segment.replace(']', '').split('[');
    const child = branch.children.get(name) ?? newBranch();
    branch.children.set(name, child);
    branch = index === undefined ? child : itemOf(child, index);
  }
  branch.leaf = leaf;
}

function itemOf(branch: Branch, index: string): Branch {
  branch.list ??= { item: newBranch(), indices: new Set() };
  const [first = 1, last = first] = index.split('..').map(Number);
  if (index === 'n') branch.list.indices.add('n');
  else for (let number = first; number <= last; number += 1) branch.list.indices.add(number);
  return branch.list.item;
}

function member(name: string, branch: Branch, indent: string): string {
  const { leaf } = branch;
  const comment = leaf ? docComment(leaf.doc, indent) : '';
  if (leaf?.isCommand && branch.children.size === 0) {
    return `${comment}${indent}${name}${indented(leaf.text, indent)};\n`;
  }
  return `${comment}${indent}${name}: ${typeText(branch, indent)};\n`;
}

function typeText(branch: Branch, indent: string): string {
  const { leaf, children, list } = branch;
  const parts = [
    ...(leaf ? [leaf.isCommand ? `{ ${indented(leaf.text, indent)} }` : leaf.text] : []),
    ...(children.size > 0 ? [body(branch, indent)] : []),
    ...(list ? [`List<${typeText(list.item, indent)}, ${indexText(list.indices)}>`] : []),
  ];
  if (leaf?.isCommand) return parts.join(' & ');
  return parts.reduceRight((others, part) => `Either<${part}, ${others}>`);
}

function body(branch: Branch, indent: string): string {
  const members = [...branch.children].map(([name, child]) => member(name, child, `${indent}  `));
  return `{\n${members.join('')}${indent}}`;
}

const indexText = (indices: ReadonlySet<number | 'n'>) =>
  indices.has('n')
    ? 'AnyIndex'
    : [...indices]
        .map(Number)
        .sort((one, other) => one - other)
        .join(' | ');

const indented = (text: string, indent: string) => text.replaceAll('\n', `\n${indent}`);
