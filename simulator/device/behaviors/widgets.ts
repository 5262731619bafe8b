import type { Behaviors } from '../types.ts';
import { XAPI_ERROR, XapiError } from '../xapi-error.ts';
import { raiseIfKnown } from './if-known.ts';
import type { PanelStore } from './panel-store.ts';

/** What a finger does to a widget, and the older event that says the same in one text. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['pressed', 'Pressed'],
  ['changed', 'Changed'],
  ['released', 'Released'],
  ['clicked', 'Clicked'],
]);

/** Values that macros set, and actions that people do. An action alone sets no value: the macro answers it so. */
export function widgetBehaviors(store: PanelStore): Behaviors {
  return {
    'UserInterface Extensions Widget SetValue': ({ params }) => {
      store.setValue(String(params.WidgetId), String(params.Value));
      return undefined;
    },
    'UserInterface Extensions Widget UnsetValue': ({ params }) => {
      store.setValue(String(params.WidgetId), '');
      return undefined;
    },
    'UserInterface Extensions Widget Action': ({ device, params }) => {
      const { WidgetId, Value = '', Type = '', ...origin } = params;
      const action = String(Type).toLowerCase();
      const event = ACTIONS.get(action);
      if (!event)
        throw new XapiError(XAPI_ERROR.badParameter, 'Bad usage: Bad argument to parameter "Type".');
      store.requireWidget(String(WidgetId));
      raiseIfKnown(device, ['UserInterface', 'Extensions', 'Widget', 'Action'], {
        ...origin,
        WidgetId: String(WidgetId),
        Value,
        Type: action,
      });
      const signal = Value === '' ? String(WidgetId) : `${String(WidgetId)}:${String(Value)}`;
      raiseIfKnown(device, ['UserInterface', 'Extensions', 'Event', event], { Signal: signal });
      return undefined;
    },
  };
}
