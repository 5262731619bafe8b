import xapi from 'xapi';
import { attempt } from '../lib/attempt.ts';

const PANEL_ID = 'close-page';

const XML = `<Extensions>
  <Version>1.11</Version>
  <Panel>
    <PanelId>${PANEL_ID}</PanelId>
    <Location>HomeScreenAndCallControls</Location>
    <Icon>Power</Icon>
    <Color>#D43B52</Color>
    <Name>Close page</Name>
    <ActivityType>Custom</ActivityType>
  </Panel>
</Extensions>`;

/** Puts the button on the Navigator, hidden. */
export async function saveCloseButton(): Promise<void> {
  await xapi.Command.UserInterface.Extensions.Panel.Save({ PanelId: PANEL_ID }, XML);
  await setVisibility('Hidden');
}

export function showCloseButton(isShown: boolean): void {
  attempt('The button “Close page”', () => setVisibility(isShown ? 'Auto' : 'Hidden'));
}

export function onCloseButton(listener: () => void): void {
  xapi.Event.UserInterface.Extensions.Panel.Clicked.on(({ PanelId }) => {
    if (PanelId === PANEL_ID) listener();
  });
}

const setVisibility = (Visibility: 'Auto' | 'Hidden') =>
  xapi.Command.UserInterface.Extensions.Panel.Update({ PanelId: PANEL_ID, Visibility });
