import xapi from 'xapi';
import { readList } from './read-list.ts';
import type { RoomWidgetId } from './room-panel-widgets.ts';

/** The values of the widgets that have one. */
export type WidgetValues = Pick<ReadonlyMap<RoomWidgetId, string>, 'get'>;

/** The values of all widgets. A device without panels has none. */
export async function readWidgets(): Promise<WidgetValues> {
  const widgets = await readList(xapi.Status.UserInterface.Extensions.Widget.get());
  return new Map(widgets.map(({ WidgetId, Value }) => [String(WidgetId), String(Value ?? '')]));
}

export const setWidget = (WidgetId: RoomWidgetId, Value: string) =>
  xapi.Command.UserInterface.Extensions.Widget.SetValue({ WidgetId, Value });
