import * as v from 'valibot';
import { BUTTON_ICONS, PANEL_ICONS } from './icons.ts';

/** The catalogue's limit for ids and names in commands and events of panels, in bytes. */
const LONGEST = 255;

/** XML 1.0 has no way to write any other character. */
const isXmlText = (text: string) => /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text);

const text = v.pipe(
  v.string(),
  v.maxBytes(LONGEST, (issue) => `has ${issue.received} bytes; at most ${LONGEST} are allowed`),
  v.check(isXmlText, 'has a character that XML cannot hold'),
);
const id = v.pipe(
  text,
  v.check((value) => value.trim() === value && value !== '', 'is empty, or starts or ends with a space'),
);
const color = v.custom<`#${string}`>(
  (value) => typeof value === 'string' && /^#[\da-f]{6}$/i.test(value),
  (issue) => `is ${issue.received}; expected a colour like "#1170CF"`,
);

const size = v.optional(v.picklist([1, 2, 3, 4]));

/** What each element takes: the columns of a line are four, a widget's `size` is how many of them it fills. */
export const PARTS = {
  Panel: v.strictObject({
    id,
    name: text,
    location: v.picklist([
      'HomeScreen',
      'CallControls',
      'HomeScreenAndCallControls',
      'ControlPanel',
      'RoomScheduler',
      'Hidden',
    ]),
    icon: v.picklist(PANEL_ICONS),
    color,
    /** Place among the panels, from 1. */
    order: v.optional(v.pipe(v.number(), v.integer('is no whole number'), v.minValue(1, 'is less than 1'))),
  }),
  Page: v.strictObject({ id, name: text, hideRowNames: v.optional(v.boolean()) }),
  Row: v.strictObject({ name: v.optional(text) }),
  ToggleButton: v.strictObject({ id }),
  Slider: v.strictObject({ id, size }),
  Spinner: v.strictObject({
    id,
    size,
    style: v.optional(v.picklist(['horizontal', 'vertical', 'plusminus'])),
  }),
  Button: v.strictObject({ id, text, size }),
  IconButton: v.strictObject({ id, icon: v.picklist(BUTTON_ICONS) }),
  GroupButton: v.strictObject({
    id,
    /** What each button says, by key. */
    values: v.record(id, text),
    columns: v.optional(v.picklist([1, 2, 3, 4])),
  }),
  Text: v.strictObject({
    id,
    text,
    size,
    fontSize: v.optional(v.picklist(['small', 'normal'])),
    align: v.optional(v.picklist(['left', 'center', 'right'])),
  }),
  DirectionalPad: v.strictObject({
    id,
    /** Stands on the button in the middle. */
    text: v.optional(text),
  }),
  Spacer: v.strictObject({ id, size }),
};

export type Tag = keyof typeof PARTS;

/** What is written between a tag's name and its end, by tag. */
export type Props = { readonly [Name in Tag]: v.InferOutput<(typeof PARTS)[Name]> };

export const isTag = (tag: string): tag is Tag => Object.keys(PARTS).includes(tag);
