import xapi from 'xapi';
import { readAssistantEvent } from '../lib/read-assistant-event.ts';
import { ROOM_WIDGETS } from '../lib/room-panel-widgets.ts';

const OUR_WIDGETS: readonly string[] = Object.keys(ROOM_WIDGETS);

/** Calls the listener when somebody spoke to a skill of ours or touched our panel. */
export function watchUse(listener: () => void): void {
  xapi.Event.UserInterface.Assistant.Notification.on((notification) => {
    const event = readAssistantEvent(notification);
    if (event.kind === 'known' || (event.kind === 'other' && event.text !== undefined)) listener();
  });
  xapi.Event.UserInterface.Extensions.Widget.Action.on(({ WidgetId }) => {
    if (OUR_WIDGETS.includes(WidgetId)) listener();
  });
}
