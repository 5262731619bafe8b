import type { PanelNode } from './panel-node.ts';

/** Tag of what groups elements without being one. */
export const FRAGMENT = '';

/** An element of the given tag, its children in one flat list. */
export function toNode(tag: string, { children, ...props }: Readonly<Record<string, unknown>>): PanelNode {
  return { tag, props, children: [...flatten(children)] };
}

function* flatten(child: unknown): Generator<PanelNode | string> {
  if (Array.isArray(child)) {
    for (const each of child) yield* flatten(each);
  } else if (isNode(child)) {
    if (child.tag === FRAGMENT) yield* child.children;
    else yield child;
  } else if (child !== null && child !== undefined && typeof child !== 'boolean') {
    yield String(child);
  }
}

const isNode = (child: unknown): child is PanelNode =>
  typeof child === 'object' && child !== null && 'tag' in child;
