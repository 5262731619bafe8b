import type { WidgetProps } from './widget.tsx';
import { widgetOptions } from './widget-options.ts';

/** Shows its value, or its name while it has none. */
export function TextWidget({ widget }: WidgetProps) {
  const { align = 'left', fontSize = 'normal' } = widgetOptions(widget).named;
  return (
    <p class={`widget-text widget-text-${align} widget-text-${fontSize}`}>{widget.value || widget.name}</p>
  );
}
