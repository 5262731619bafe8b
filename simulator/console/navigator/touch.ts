import type { ScreenPanel } from '../../device/screen.ts';
import { sendCommand } from '../state/selected-device.ts';

export type WidgetActionType = 'pressed' | 'changed' | 'released' | 'clicked';

const EXTENSIONS = 'UserInterface Extensions';

/** What the Navigator tells the device when a widget is touched. */
export const actOnWidget = (WidgetId: string, Type: WidgetActionType, Value = '') =>
  sendCommand(`${EXTENSIONS} Widget Action`, { WidgetId, Type, Value, Origin: 'Controller' });

/** A panel's button was touched; one without pages only says so. */
export function pressPanel(panel: ScreenPanel): void {
  void sendCommand(`${EXTENSIONS} Panel Clicked`, { PanelId: panel.id, Origin: 'Controller' });
  const [page] = panel.pages;
  if (page) openPanel(panel.id, page.id);
}

export function openPanel(PanelId: string, pageId: string): void {
  const page = pageId === '' ? {} : { PageId: pageId };
  void sendCommand(`${EXTENSIONS} Panel Open`, { PanelId, ...page });
}

export const closePanel = () => sendCommand(`${EXTENSIONS} Panel Close`);
