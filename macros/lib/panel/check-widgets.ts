import { lineOf, type PanelFault } from './panel-error.ts';
import type { PanelNode } from './panel-node.ts';
import type { GroupKeys, WidgetKind, Widgets } from './widgets.ts';

/** Whether every id is there once, and whether the widgets are those that were declared. */
export function checkWidgets(declared: Widgets, root: PanelNode): PanelFault[] {
  const nodes = [...nodesBelow(root)];
  const pages = nodes.filter(({ tag }) => tag === 'Page');
  const widgets = nodes.filter(({ tag }) => !['Panel', 'Page', 'Row'].includes(tag));
  return [
    ...repeated(pages),
    ...repeated(widgets),
    ...widgets.flatMap((widget) => [...undeclared(declared, widget)]),
    ...unplaced(declared, root, widgets),
  ];
}

function* nodesBelow(node: PanelNode): Generator<PanelNode> {
  yield node;
  for (const child of node.children) if (typeof child !== 'string') yield* nodesBelow(child);
}

function* repeated(nodes: readonly PanelNode[]): Generator<PanelFault> {
  const firsts = new Map<unknown, PanelNode>();
  for (const node of nodes) {
    const { id } = node.props;
    const first = firsts.get(id);
    firsts.set(id, first ?? node);
    if (id === undefined || !first) continue;
    const where = first.place ? ` at ${lineOf(first.place)}` : '';
    yield { place: node.place, text: `the id ${quote(id)} is that of the <${first.tag}>${where}, too` };
  }
}

function* undeclared(declared: Widgets, { tag, props, place }: PanelNode): Generator<PanelFault> {
  const { id } = props;
  if (typeof id !== 'string') return;
  const kind = kindOf(declared, id);
  if (kind === undefined) {
    const ids = Object.keys(declared).map(quote).join(', ') || 'none';
    yield { place, text: `the widget ${quote(id)} is not declared; declared: ${ids}` };
  } else if (nameOf(kind) !== (tag === 'IconButton' ? 'Button' : tag)) {
    yield { place, text: `${quote(id)} is declared as a ${nameOf(kind)}, and stands there as <${tag}>` };
  } else if (typeof kind !== 'string') {
    const given = Object.keys(props.values ?? {});
    const faults = [
      ...kind.filter((key) => !given.includes(key)).map((key) => `lacks the declared key ${quote(key)}`),
      ...given.filter((key) => !kind.includes(key)).map((key) => `has ${quote(key)}, which is not declared`),
    ];
    for (const fault of faults) yield { place, text: `the group ${quote(id)} ${fault}` };
  }
}

function unplaced(declared: Widgets, { place }: PanelNode, widgets: readonly PanelNode[]): PanelFault[] {
  const placed = new Set(widgets.map(({ props }) => props.id));
  return Object.keys(declared)
    .filter((id) => !placed.has(id))
    .map((id) => ({ place, text: `the declared widget ${quote(id)} stands in no row` }));
}

/** Own keys only: a widget may have the id `constructor`. */
const kindOf = (declared: Widgets, id: string) =>
  Object.keys(declared).includes(id) ? declared[id] : undefined;

const nameOf = (kind: WidgetKind | GroupKeys) => (typeof kind === 'string' ? kind : 'GroupButton');

const quote = (value: unknown) => JSON.stringify(value);
