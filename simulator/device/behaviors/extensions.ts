import type { ScreenPanel } from '../screen.ts';
import type { Behaviors, CommandCall, Device, Json, JsonObject } from '../types.ts';
import { raiseIfKnown } from './if-known.ts';
import { pagesBehaviors } from './panel-pages.ts';
import { PanelStore } from './panel-store.ts';
import { readPanelXml } from './panel-xml.ts';
import { widgetBehaviors } from './widgets.ts';

/** Version of the panels' XML that today's editor writes. */
const XML_VERSION = '1.11';

/** Panels of the Navigator and the touch screen, and the widgets on them. */
export function extensionBehaviors(device: Device): Behaviors {
  const store = new PanelStore(device);
  const changed = () => raiseIfKnown(device, ['UserInterface', 'Extensions', 'Widget', 'LayoutUpdated'], {});
  return {
    ...pagesBehaviors(store),
    ...widgetBehaviors(store),
    'UserInterface Extensions Panel Save': ({ params, body }) => {
      store.save(readPanelXml(String(params.PanelId), body ?? ''));
      changed();
      return undefined;
    },
    'UserInterface Extensions Panel Update': ({ params }) => {
      store.save(updated(store.panel(String(params.PanelId)), params));
      changed();
      return undefined;
    },
    'UserInterface Extensions Panel Remove': ({ params }) => {
      store.remove(String(params.PanelId));
      changed();
      return undefined;
    },
    'UserInterface Extensions Clear': ({ params }) => {
      if (hasOnlyPanels(params)) store.replace([]);
      changed();
      return undefined;
    },
    'UserInterface Extensions List': ({ params }) => list(hasOnlyPanels(params) ? store.panels : []),
    'UserInterface Extensions Panel Clicked': clicked(store),
  };
}

/** Web apps and web widgets are not kept here: of the activity types only panels have behavior. */
const hasOnlyPanels = ({ ActivityType = 'Custom' }: JsonObject) => ActivityType === 'Custom';

function updated(panel: ScreenPanel, params: JsonObject): ScreenPanel {
  const text = (name: string, present: string) => (name in params ? String(params[name]) : present);
  return {
    ...panel,
    name: text('Name', panel.name),
    icon: text('Icon', panel.icon),
    color: text('Color', panel.color),
    location: text('Location', panel.location),
    visible: text('Visibility', panel.visible ? 'Auto' : 'Hidden') !== 'Hidden',
  };
}

/** The event alone: it is for whoever draws the panel's button elsewhere. */
function clicked(store: PanelStore) {
  return ({ device, params }: CommandCall) => {
    store.panel(String(params.PanelId));
    raiseIfKnown(device, ['UserInterface', 'Extensions', 'Panel', 'Clicked'], params);
    return undefined;
  };
}

function list(panels: readonly ScreenPanel[]): JsonObject {
  const listed = panels.map((panel, index) => listedPanel(panel, index + 1));
  return { Extensions: { Version: XML_VERSION, ...(listed.length > 0 && { Panel: listed }) } };
}

function listedPanel(panel: ScreenPanel, order: number): Json {
  const pages = panel.pages.map((page, index) => ({
    id: index + 1,
    PageId: page.id,
    Name: page.name,
    Row: page.rows.map((row, position) => ({
      id: position + 1,
      Name: row.name,
      Widget: row.widgets.map((widget, place) => ({
        id: place + 1,
        WidgetId: widget.id,
        Type: widget.type,
        Name: widget.name,
        Options: widget.options,
      })),
    })),
  }));
  return {
    id: order,
    ActivityType: 'Custom',
    Color: panel.color,
    Icon: panel.icon,
    Location: panel.location,
    Name: panel.name,
    Order: order,
    PanelId: panel.id,
    Visibility: panel.visible ? 'Auto' : 'Hidden',
    ...(pages.length > 0 && { Page: pages }),
  };
}
