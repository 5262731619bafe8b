import { Icon } from './icon.tsx';
import './stepper.css';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  format?(value: number): string;
  onChange(value: number): void;
}

/** A number between two buttons. */
export function Stepper({ label, value, min, max, step = 1, format = String, onChange }: StepperProps) {
  return (
    <fieldset class="stepper" aria-label={label}>
      <button
        type="button"
        class="icon-button"
        aria-label={`${label}: less`}
        disabled={value <= min}
        onClick={() => onChange(Math.max(min, value - step))}
      >
        <Icon name="minus" />
      </button>
      <output class="stepper-value">{format(value)}</output>
      <button
        type="button"
        class="icon-button"
        aria-label={`${label}: more`}
        disabled={value >= max}
        onClick={() => onChange(Math.min(max, value + step))}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  );
}
