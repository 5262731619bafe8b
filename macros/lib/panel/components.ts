import type { PanelChildren, PanelNode } from './panel-node.ts';
import { PARTS, type Props, type Tag } from './parts.ts';
import { toNode } from './to-node.ts';
import type { GroupKeys, WidgetKind, Widgets } from './widgets.ts';

type Component<Given> = (props: Given) => PanelNode;
type Container = { readonly children?: PanelChildren };

/** The ids under which widgets of one kind are declared. */
type IdOf<Declared extends Widgets, Kind> = {
  [Id in keyof Declared & string]: Declared[Id] extends Kind ? Id : never;
}[keyof Declared & string];

type Widget<Name extends Tag, Id> = Component<Omit<Props[Name], 'id'> & { readonly id: Id }>;

/** A group button names its keys, all of them and no other. */
type Group<Declared extends Widgets> = {
  [Id in IdOf<Declared, GroupKeys>]: Omit<Props['GroupButton'], 'id' | 'values'> & {
    readonly id: Id;
    readonly values: Declared[Id] extends readonly (infer Key extends string)[]
      ? Readonly<Record<Key, string>>
      : never;
  };
}[IdOf<Declared, GroupKeys>];

type WidgetTag = Exclude<WidgetKind, 'Button'>;

/** The elements of a panel; the ids that they take are those that were declared for their kind. */
export type Components<Declared extends Widgets> = {
  readonly Panel: Component<Props['Panel'] & Container>;
  readonly Page: Component<Props['Page'] & Container>;
  readonly Row: Component<Props['Row'] & Container>;
  readonly Button: Widget<'Button', IdOf<Declared, 'Button'>>;
  readonly IconButton: Widget<'IconButton', IdOf<Declared, 'Button'>>;
  readonly GroupButton: Component<Group<Declared>>;
} & { readonly [Name in WidgetTag]: Widget<Name, IdOf<Declared, Name>> };

/** The same for every panel: only their types know what was declared. */
export const components = Object.fromEntries(
  Object.keys(PARTS).map((tag) => [tag, (props: Readonly<Record<string, unknown>>) => toNode(tag, props)]),
);
