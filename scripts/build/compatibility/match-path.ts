import type { SchemaNode } from '#simulator/device/schema-node';
import type { ApiLeaf, KnownPath } from './api-leaf.ts';
import { COMPUTED, type Segments } from './xapi-path.ts';

/** What a tree has at a path, in any case of letters; an index may be left out, as macros do with lists. */
export function matchPath<Entry>(
  root: SchemaNode<Entry>,
  segments: Segments,
  leafOf: (entry: Entry) => ApiLeaf,
): KnownPath | undefined {
  let nodes: readonly SchemaNode<Entry>[] = [root];
  for (const [index, segment] of segments.entries()) {
    const [node] = nodes;
    if (node?.entry && hasField(leafOf(node.entry), segments.slice(index))) return FIELD;
    nodes = nodes.flatMap((each) => step(each, segment));
  }
  const entries = nodes.flatMap(({ entry }) => (entry ? [leafOf(entry)] : []));
  if (nodes.length === 0) return undefined;
  return {
    isComplete: entries.length === nodes.length,
    parameters: entries[0]?.parameters ?? [],
  };
}

/** A part of an event's payload, to which macros listen as well. */
const FIELD: KnownPath = { isComplete: true, parameters: [] };

const hasField = ({ fields }: ApiLeaf, [field = '']: Segments) =>
  fields.some((each) => each.toLowerCase() === field.toLowerCase());

function step<Entry>(node: SchemaNode<Entry>, segment: string): SchemaNode<Entry>[] {
  const items = [...node.items.values()];
  if (segment === COMPUTED) return [...items, ...node.children.values()];
  if (segment === '[*]') return items;
  const index = /^\[(\d+)\]$/.exec(segment)?.[1];
  if (index !== undefined) {
    const item = node.items.get(Number(index)) ?? node.items.get('n');
    return item ? [item] : [];
  }
  // Every item of a list says so when it ends; it is no value of its own.
  if (segment === 'ghost' || segment === 'id') return [node];
  const child = node.children.get(segment.toLowerCase());
  return child ? [child] : items.flatMap((item) => step(item, segment));
}
