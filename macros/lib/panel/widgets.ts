/**
 * What a touch of each kind of widget says in `Type` of the event `Widget Action`, as Cisco's guide to
 * touch panels has it. A group button is declared by its keys, so it is no kind of its own here.
 */
export const ACTIONS = {
  ToggleButton: ['changed'],
  Slider: ['pressed', 'changed', 'released'],
  Spinner: ['pressed', 'released', 'clicked'],
  Button: ['pressed', 'released', 'clicked'],
  DirectionalPad: ['pressed', 'released', 'clicked'],
  Text: [],
  Spacer: [],
} as const;

export const GROUP_ACTIONS = ['pressed', 'released'] as const;

/** What a touch brings along. */
interface Values {
  readonly ToggleButton: 'on' | 'off';
  /** 0 to 255. */
  readonly Slider: number;
  readonly Spinner: 'increment' | 'decrement';
  readonly Button: '';
  readonly DirectionalPad: 'up' | 'down' | 'left' | 'right' | 'center';
  readonly Text: never;
  readonly Spacer: never;
}

export type WidgetKind = keyof typeof ACTIONS;

/** The keys of a group button, in the order in which the buttons stand. */
export type GroupKeys = readonly string[];

/** The widgets of a panel: by id the kind, or the keys of a group button. */
export type Widgets = Readonly<Record<string, WidgetKind | GroupKeys>>;

/** What may happen to a widget of this kind. */
export type ActionOf<Kind> = Kind extends WidgetKind
  ? (typeof ACTIONS)[Kind][number]
  : (typeof GROUP_ACTIONS)[number];

/** What a touch of a widget of this kind says. */
export type ValueOf<Kind> = Kind extends WidgetKind
  ? Values[Kind]
  : Kind extends readonly (infer Key)[]
    ? Key
    : never;

export const actionsOf = (kind: WidgetKind | GroupKeys): readonly string[] =>
  typeof kind === 'string' ? ACTIONS[kind] : GROUP_ACTIONS;
