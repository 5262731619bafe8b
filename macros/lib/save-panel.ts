import xapi from 'xapi';
import type { Panel } from './panel/panel.ts';

/** Puts a panel on the device, or replaces the one of the same id. */
export const savePanel = ({ id, xml }: Panel) =>
  xapi.Command.UserInterface.Extensions.Panel.Save({ PanelId: id }, xml);
