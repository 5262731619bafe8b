import type { Place } from './panel-node.ts';

/** What is wrong with a panel, and with which element. */
export interface PanelFault {
  readonly place: Place | undefined;
  readonly text: string;
}

/** All that is wrong with a panel. Known by its name: the build reads it out of a bundle with a class of its own. */
export class PanelError extends Error {
  override readonly name = 'PanelError';

  constructor(readonly faults: readonly PanelFault[]) {
    super(faults.map(({ place, text }) => `${place ? `${lineOf(place)}: ` : ''}${text}`).join('\n'));
  }
}

/** `file:line`, as editors and terminals open it. */
export const lineOf = ({ file, line, column }: Place) => `${file}:${line}:${column}`;
