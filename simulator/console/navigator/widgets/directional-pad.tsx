import { Icon, type IconName } from '../../ui/icon.tsx';
import { usePress } from './use-press.ts';
import type { WidgetProps } from './widget.tsx';

const DIRECTIONS: readonly (readonly [direction: string, icon: IconName])[] = [
  ['up', 'chevronUp'],
  ['left', 'chevronLeft'],
  ['center', 'check'],
  ['right', 'chevronRight'],
  ['down', 'chevronDown'],
];

/** Four directions and a middle, as on a remote control. */
export const DirectionalPad = ({ widget, label }: WidgetProps) => (
  <fieldset class="widget-pad" aria-label={label}>
    {DIRECTIONS.map(([direction, icon]) => (
      <Direction
        id={widget.id}
        direction={direction}
        icon={icon}
        label={`${label}: ${direction}`}
        key={direction}
      />
    ))}
  </fieldset>
);

interface DirectionProps {
  readonly id: string;
  readonly direction: string;
  readonly icon: IconName;
  readonly label: string;
}

const Direction = ({ id, direction, icon, label }: DirectionProps) => (
  <button
    type="button"
    class={`widget-step pad-${direction}`}
    aria-label={label}
    {...usePress(id, direction)}
  >
    <Icon name={icon} />
  </button>
);
