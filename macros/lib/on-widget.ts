import xapi from 'xapi';
import { attempt } from './attempt.ts';
import type { Panel, WidgetId } from './panel/panel.ts';
import type { ActionOf, ValueOf, Widgets } from './panel/widgets.ts';
import { readNumber } from './read-number.ts';

interface Touch {
  readonly WidgetId: string;
  readonly Type: string;
  readonly Value: string;
}

/** They share one subscription: a device has only so many of them. */
const listeners: ((touch: Touch) => void)[] = [];

/**
 * Calls the listener with what each touch of a widget says: `on` and `off` of a toggle button, 0 to 255 of a slider,
 * `increment` and `decrement` of a spinner, the key of a group button. What the device refuses the listener is
 * shown and logged under the widget's id.
 */
export function onWidget<
  Declared extends Widgets,
  Id extends WidgetId<Panel<Declared>>,
  Action extends ActionOf<Declared[Id]>,
>(
  panel: Panel<Declared>,
  id: Id,
  action: Action,
  listener: (value: ValueOf<Declared[Id]>) => Promise<unknown>,
): void {
  const isSlider = panel.sliders.includes(id);
  const count = listeners.push(({ WidgetId, Type, Value }) => {
    if (WidgetId !== id || Type !== action) return;
    // What a widget says is the device's word, like the type of a status.
    const value = (isSlider ? readNumber(Value) : Value) as ValueOf<Declared[Id]> | null;
    if (value !== null) attempt(id, () => listener(value));
  });
  if (count === 1) xapi.Event.UserInterface.Extensions.Widget.Action.on(tellListeners);
}

function tellListeners(touch: Touch): void {
  for (const listener of listeners) listener(touch);
}
