/** Where an element stands in its source; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One element of a panel, as JSX made it and not yet checked. */
export interface PanelNode {
  readonly tag: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** Nodes, and the text that stood between them, for which there is no room in a panel. */
  readonly children: readonly (PanelNode | string)[];
  readonly place?: Place;
}

/** What may stand between the tags of Panel, Page and Row; what is no element is left out. */
export type PanelChildren = PanelNode | boolean | null | undefined | readonly PanelChildren[];
