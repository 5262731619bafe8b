import { type Node, parseSync, visitorKeys } from 'oxc-parser';

export type { Node } from 'oxc-parser';
export type Identifier = Extract<Node, { type: 'Identifier' }>;

/** A module's syntax tree, in which every node knows what it stands in. */
export interface SyntaxTree {
  readonly program: Node;
  readonly source: string;
  /** Every node, each before those in it. */
  readonly nodes: readonly Node[];
  parentOf(node: Node): Node | undefined;
}

/** Reads a module that esbuild has written, so that its syntax is known to be right. */
export function parseModule(source: string): SyntaxTree {
  const { program } = parseSync('bundle.js', source, { sourceType: 'module', preserveParens: false });
  const parents = new Map<Node, Node>();
  const nodes: Node[] = [];
  const visit = (node: Node) => {
    nodes.push(node);
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(program);
  return { program, source, nodes, parentOf: (node) => parents.get(node) };
}

/** The nodes right below a node, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Readonly<Record<string, Node | readonly (Node | null)[] | null>>;
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => fields[key] ?? [])
    .filter((child): child is Node => child !== null);
}
