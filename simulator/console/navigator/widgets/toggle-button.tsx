import { actOnWidget } from '../touch.ts';
import type { WidgetProps } from './widget.tsx';

/** Keeps `on` or `off`. */
export function ToggleButton({ widget, label }: WidgetProps) {
  const on = widget.value === 'on';
  return (
    <button
      type="button"
      role="switch"
      class="widget-toggle"
      aria-checked={on}
      aria-label={label}
      onClick={() => actOnWidget(widget.id, 'changed', on ? 'off' : 'on')}
    >
      <span class="widget-toggle-thumb" />
    </button>
  );
}
