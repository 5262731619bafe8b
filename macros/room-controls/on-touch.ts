import { attempt } from '../lib/attempt.ts';
import { setBlinds, setLights, setTemperature, setVolume } from '../lib/room-commands.ts';
import { WIDGET } from '../lib/room-widgets.ts';
import { sliderPercent } from '../lib/slider.ts';

/** What the event `Widget Action` says. */
export interface Touch {
  readonly WidgetId: string;
  /** `pressed`, `changed`, `released`, `clicked`, by widget. */
  readonly Type: string;
  readonly Value: string;
}

/** One press of the spinner, in degrees. */
const DEGREES_PER_PRESS = 1;

/** Does what was touched on the panel, with the commands that voice uses; touches of other panels are not ours. */
export function onTouch(touch: Touch): void {
  const command = commandOf(touch);
  if (command) attempt(touch.WidgetId, command);
}

function commandOf({ WidgetId, Type, Value }: Touch): (() => Promise<unknown>) | undefined {
  const isReleased = Type === 'released';
  switch (WidgetId) {
    case WIDGET.lights:
      return Type === 'changed' ? () => setLights(Value === 'on') : undefined;
    case WIDGET.temperature:
      return Type === 'clicked' ? () => setTemperature({ change: stepOf(Value) }) : undefined;
    // While a finger is on a slider, setting it would pull it from under the finger.
    case WIDGET.blinds:
      return isReleased ? () => setBlinds({ set: sliderPercent(Value) ?? 0 }) : undefined;
    case WIDGET.volume:
      return isReleased ? () => setVolume({ set: sliderPercent(Value) ?? 0 }) : undefined;
    default:
      return undefined;
  }
}

const stepOf = (value: string) => (value === 'increment' ? DEGREES_PER_PRESS : -DEGREES_PER_PRESS);
