import xapi from 'xapi';
import { readList } from './read-list.ts';

/** Widgets of the panel `room-controls`; their values on the device are the room's state (docs/architecture.md). */
export const WIDGET = {
  lights: 'room-lights',
  blinds: 'room-blinds',
  temperature: 'room-temperature',
  volume: 'room-volume',
} as const;

/** The values of all widgets that have one, by widget id. A device without panels has none. */
export async function readWidgets(): Promise<ReadonlyMap<string, string>> {
  const widgets = await readList(xapi.Status.UserInterface.Extensions.Widget.get());
  return new Map(widgets.map(({ WidgetId, Value }) => [String(WidgetId), String(Value ?? '')]));
}

export const setWidget = (WidgetId: string, Value: string) =>
  xapi.Command.UserInterface.Extensions.Widget.SetValue({ WidgetId, Value });
