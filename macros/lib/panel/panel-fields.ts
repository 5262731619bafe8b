import type { Props, Tag } from './parts.ts';
import type { Widgets } from './widgets.ts';

/** An element of the XML: its name and its text, or the elements in it. */
export type Field = readonly [name: string, content: string | readonly Field[]];

type Options = Readonly<Record<string, string | number | undefined>>;

/** The XML's own elements that stand for the properties of one of ours; the children come after them. */
export const FIELDS: {
  readonly [Name in Tag]: (props: Props[Name], declared: Widgets) => readonly Field[];
} = {
  Panel: ({ id, order, location, icon, color, name }) => [
    ['PanelId', id],
    ...optional('Order', order),
    ['Location', location],
    ['Icon', icon],
    ['Color', color],
    ['Name', name],
    ['ActivityType', 'Custom'],
  ],
  Page: ({ id, name, hideRowNames }) => [
    ['PageId', id],
    ['Name', name],
    ...(hideRowNames ? [options({ hideRowNames: 1 })] : []),
  ],
  Row: ({ name = '' }) => [['Name', name]],
  ToggleButton: ({ id }) => [
    ['WidgetId', id],
    ['Type', 'ToggleButton'],
  ],
  Slider: ({ id, size = 3 }) => widget(id, 'Slider', { size }),
  Spinner: ({ id, size = 2, style }) => widget(id, 'Spinner', { size, style }),
  Button: ({ id, text, size = 1 }) => widget(id, 'Button', { size }, text),
  IconButton: ({ id, icon }) => widget(id, 'Button', { size: 1, icon }),
  // In the order of the declaration: an object's own puts numbers first.
  GroupButton: ({ id, values, columns }, { [id]: keys = [] }) => [
    ...widget(id, 'GroupButton', { size: 4, columns }),
    ['ValueSpace', [...keys].map((key) => groupValue(key, values[key] ?? ''))],
  ],
  Text: ({ id, text, size = 2, fontSize = 'normal', align = 'center' }) =>
    widget(id, 'Text', { size, fontSize, align }, text),
  DirectionalPad: ({ id, text }) => widget(id, 'DirectionalPad', { size: 4 }, text),
  Spacer: ({ id, size = 1 }) => widget(id, 'Spacer', { size }),
};

const widget = (id: string, type: string, given: Options, name?: string): readonly Field[] => [
  ['WidgetId', id],
  ...optional('Name', name),
  ['Type', type],
  options(given),
];

const groupValue = (key: string, name: string): Field => [
  'Value',
  [
    ['Key', key],
    ['Name', name],
  ],
];

const optional = (name: string, value: string | number | undefined): readonly Field[] =>
  value === undefined ? [] : [[name, String(value)]];

const options = (given: Options): Field => [
  'Options',
  Object.entries(given)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
    .join(';'),
];
