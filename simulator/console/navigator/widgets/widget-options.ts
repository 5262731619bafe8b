import type { ScreenWidget } from '../../../device/screen.ts';

interface WidgetOptions {
  /** Columns of four. */
  readonly size: 1 | 2 | 3 | 4;
  /** All options by name, as the XML has them. */
  readonly named: Readonly<Record<string, string>>;
}

/** What a widget is as wide as when its options do not say. */
const USUAL_SIZE: ReadonlyMap<string, WidgetOptions['size']> = new Map([
  ['GroupButton', 4],
  ['Slider', 2],
  ['Spinner', 2],
  ['Text', 2],
]);

/** Reads the XML's `size=2;fontSize=normal;align=center`. */
export function widgetOptions({ type, options }: Pick<ScreenWidget, 'type' | 'options'>): WidgetOptions {
  const named: Record<string, string> = {};
  for (const option of options.split(';')) {
    const [name = '', value = ''] = option.split('=').map((part) => part.trim());
    if (name) named[name] = value;
  }
  return { size: sizeOf(named.size) ?? USUAL_SIZE.get(type) ?? 1, named };
}

function sizeOf(text: string | undefined): WidgetOptions['size'] | undefined {
  const size = Number(text);
  return size === 1 || size === 2 || size === 3 || size === 4 ? size : undefined;
}
