import * as v from 'valibot';
import xapi from 'xapi';
import {
  type AssistantEventName,
  type AssistantEventPayload,
  assistantEventSchemas,
} from '#contract/assistant-events';
import { readAssistantEvent } from './read-assistant-event.ts';

/**
 * Calls the listener with each valid event of one name. A broken one is passed over in silence: the macro
 * `assistant-events` sees every event and says what is wrong with it.
 */
export function onAssistantEvent<Name extends AssistantEventName>(
  name: Name,
  listener: (payload: AssistantEventPayload<Name>) => void,
): void {
  xapi.Event.UserInterface.Assistant.Notification.on((notification) => {
    if (notification.Name !== name) return;
    const event = readAssistantEvent(notification);
    if (event.kind !== 'known') return;
    const result = v.safeParse(assistantEventSchemas[name], event.fields);
    if (result.success) listener(result.output);
  });
}
