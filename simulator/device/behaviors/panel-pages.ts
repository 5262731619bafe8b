import type { Behaviors, Device } from '../types.ts';
import { XAPI_ERROR, XapiError } from '../xapi-error.ts';
import { raiseIfKnown } from './if-known.ts';
import type { PanelStore } from './panel-store.ts';

const EXTENSIONS = ['UserInterface', 'Extensions'];

/** Opening and closing a panel, and the events of its pages. */
export function pagesBehaviors(store: PanelStore): Behaviors {
  return {
    'UserInterface Extensions Panel Open': ({ device, params }) => {
      const panel = store.panel(String(params.PanelId));
      const page =
        params.PageId === undefined ? panel.pages[0] : panel.pages.find(({ id }) => id === params.PageId);
      if (params.PageId !== undefined && !page) {
        throw new XapiError(XAPI_ERROR.commandFailed, `No such page: ${String(params.PageId)}`);
      }
      closePage(device);
      const pageId = page?.id ?? null;
      device.screen.patch({ openPanel: { panelId: panel.id, pageId } });
      raiseIfKnown(device, [...EXTENSIONS, 'Panel', 'Open'], {
        PanelId: panel.id,
        PageId: pageId ?? '',
        PeripheralId: params.PeripheralId ?? '',
        Target: params.Target ?? 'Auto',
      });
      if (pageId !== null) raisePage(device, 'Opened', pageId);
      return undefined;
    },
    'UserInterface Extensions Panel Close': ({ device, params }) => {
      closePage(device);
      device.screen.patch({ openPanel: null });
      raiseIfKnown(device, [...EXTENSIONS, 'Panel', 'Close'], {
        PeripheralId: params.PeripheralId ?? '',
        Target: params.Target ?? 'Auto',
      });
      return undefined;
    },
  };
}

function closePage(device: Device): void {
  const pageId = device.screen.current.openPanel?.pageId;
  if (pageId !== undefined && pageId !== null) raisePage(device, 'Closed', pageId);
}

function raisePage(device: Device, what: 'Opened' | 'Closed', pageId: string): void {
  raiseIfKnown(device, [...EXTENSIONS, 'Page', 'Action'], { PageId: pageId, Type: what });
  raiseIfKnown(device, [...EXTENSIONS, 'Event', `Page${what}`], { PageId: pageId });
}
