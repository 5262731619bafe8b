import { Icon, type IconName } from '../../ui/icon.tsx';
import { usePress } from './use-press.ts';
import type { WidgetProps } from './widget.tsx';
import { widgetOptions } from './widget-options.ts';

/** Two buttons around a value that only the macro changes. */
export function SpinnerWidget({ widget, label }: WidgetProps) {
  const upright = widgetOptions(widget).named.style === 'vertical';
  const more: IconName = upright ? 'chevronUp' : 'plus';
  const less: IconName = upright ? 'chevronDown' : 'minus';
  return (
    <fieldset class="widget-spinner" aria-label={label}>
      <Step id={widget.id} value="decrement" icon={less} label={`${label}: less`} />
      <output class="widget-spinner-value">{widget.value}</output>
      <Step id={widget.id} value="increment" icon={more} label={`${label}: more`} />
    </fieldset>
  );
}

interface StepProps {
  readonly id: string;
  readonly value: 'increment' | 'decrement';
  readonly icon: IconName;
  readonly label: string;
}

const Step = ({ id, value, icon, label }: StepProps) => (
  <button type="button" class="widget-step" aria-label={label} {...usePress(id, value)}>
    <Icon name={icon} />
  </button>
);
