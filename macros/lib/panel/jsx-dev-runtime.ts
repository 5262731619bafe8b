import type { PanelChildren, PanelNode, Place } from './panel-node.ts';
import { FRAGMENT, toNode } from './to-node.ts';

// TypeScript looks the namespace up by this name, and types every element alike: its `Element`. That is why it
// cannot tell a Row from a Page; `definePanel` does.
export declare namespace JSX {
  type Element = PanelNode;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: string | number;
  }
  type IntrinsicElements = Readonly<Record<never, never>>;
}

/** Where esbuild says an element stands. */
interface Source {
  readonly fileName: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** Called for every element: the development form of JSX, because it brings the element's place along. */
export function jsxDEV<Props>(
  component: (props: Props) => PanelNode,
  props: Props,
  _key?: unknown,
  _isStatic?: boolean,
  source?: Source,
): PanelNode {
  const node = component(props);
  return node.place || !source ? node : { ...node, place: placeOf(source) };
}

export const Fragment = (props: { readonly children?: PanelChildren }) => toNode(FRAGMENT, props);

const placeOf = ({ fileName, lineNumber, columnNumber }: Source): Place => ({
  file: fileName,
  line: lineNumber,
  column: columnNumber,
});
