import { docComment } from './doc-comment.ts';
import type { Branch } from './path-tree.ts';
import { memberName } from './type-text.ts';

/** How the places of a tree are written. */
type Style = 'commands' | 'events' | 'values';

/** A tree as TypeScript interfaces, one for each branch, the root's first. */
export function treeText(root: Branch, style: Style): string {
  const parameter = style === 'commands' ? '' : '<Of extends Kind>';
  const members = [...root.children].map(([name, branch]) => memberText(name, branch, style)).join('');
  const below = [...root.children.values()].flatMap(branchesOf).map((branch) => treeText(branch, style));
  return `\nexport interface ${root.name}${parameter} {\n${members}}\n${below.join('')}`;
}

/** The branch itself and the item of its list, as far as they have children. */
function branchesOf(branch: Branch): Branch[] {
  const all = branch.list ? [branch, branch.list.item] : [branch];
  return all.filter(({ children }) => children.size > 0);
}

function memberText(name: string, branch: Branch, style: Style): string {
  const { leaf, children, list } = branch;
  const comment = docComment((leaf ?? list?.item.leaf)?.doc ?? [], '  ');
  const isMethod = style === 'commands' && leaf && children.size === 0;
  const text = isMethod
    ? `${memberName(name)}${leaf.text}`
    : `readonly ${memberName(name)}: ${typeText(branch, style)}`;
  return `${comment}  ${text.replaceAll('\n', '\n  ')};\n`;
}

function typeText(branch: Branch, style: Style): string {
  const { name, leaf, children } = branch;
  if (style === 'commands') return leaf ? `{ ${leaf.text} } & ${name}` : name;
  const parts = [
    ...(leaf ? [`${style === 'events' ? 'EventOf' : 'Value'}<${leaf.text}, Of>`] : []),
    ...(children.size > 0 ? [`Branch<${name}<Of>, ${name}<'Values'>, Of>`] : []),
    ...listTexts(branch),
  ];
  return parts.reduceRight((others, part) => `Either<${part}, ${others}, Of>`);
}

function listTexts({ list }: Branch): string[] {
  if (!list) return [];
  const { name, leaf, children } = list.item;
  const index = indexText(list.indices);
  return [
    ...(leaf ? [`ValueList<${leaf.text}, ${index}, Of>`] : []),
    ...(children.size > 0 ? [`List<${name}<Of>, ${name}<'Values'>, ${name}<'Listen'>, ${index}, Of>`] : []),
  ];
}

function indexText(indices: ReadonlySet<number | 'n'>): string {
  if (indices.has('n')) return 'AnyIndex';
  const numbers = [...indices].map(Number).sort((one, other) => one - other);
  return numbers.join(' | ');
}
