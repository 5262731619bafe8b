import type { Widgets } from './widgets.ts';

declare const declared: unique symbol;

/** What the import of a `.panel.tsx` gives a macro: all of it is made at build time. */
export interface Panel<Declared extends Widgets = Widgets> {
  readonly id: string;
  /** The body of the command `UserInterface Extensions Panel Save`. */
  readonly xml: string;
  /** The widgets whose values are numbers. */
  readonly sliders: readonly string[];
  /** For types alone: the widgets by id. */
  readonly [declared]?: Declared;
}

/** What the build has of it: `widgets` are left behind there. */
export interface DrawnPanel<Declared extends Widgets = Widgets> extends Panel<Declared> {
  readonly widgets: Declared;
}

/** The ids of a panel's widgets: `WidgetId<typeof panel>`. */
export type WidgetId<Of> = Of extends Panel<infer Declared> ? keyof Declared & string : never;
