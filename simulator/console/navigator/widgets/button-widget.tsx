import { PanelIcon } from '../panel-icon.tsx';
import { usePress } from './use-press.ts';
import type { WidgetProps } from './widget.tsx';
import { widgetOptions } from './widget-options.ts';

export function ButtonWidget({ widget, label }: WidgetProps) {
  return (
    <button type="button" class="widget-button" {...usePress(widget.id)}>
      {label}
    </button>
  );
}

export function IconButtonWidget({ widget, label }: WidgetProps) {
  const { named } = widgetOptions(widget);
  return (
    <button type="button" class="widget-icon-button" aria-label={label} {...usePress(widget.id)}>
      <PanelIcon icon={capitalized(named.icon ?? '')} color="" />
    </button>
  );
}

/** The XML writes an icon button's `icon=power` in small letters. */
const capitalized = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
