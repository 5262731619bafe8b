import xapi from 'xapi';
import { attempt } from '../lib/attempt.ts';
import { savePanel } from '../lib/save-panel.ts';
import button from './close-page.panel.tsx';

/** Puts the button on the Navigator, hidden. */
export async function saveCloseButton(): Promise<void> {
  await savePanel(button);
  await setVisibility('Hidden');
}

export function showCloseButton(isShown: boolean): void {
  attempt('The button “Close page”', () => setVisibility(isShown ? 'Auto' : 'Hidden'));
}

export function onCloseButton(listener: () => void): void {
  xapi.Event.UserInterface.Extensions.Panel.Clicked.on(({ PanelId }) => {
    if (PanelId === button.id) listener();
  });
}

const setVisibility = (Visibility: 'Auto' | 'Hidden') =>
  xapi.Command.UserInterface.Extensions.Panel.Update({ PanelId: button.id, Visibility });
