import xapi from 'xapi';
import { WIDGET } from '../lib/room-widgets.ts';

const PANEL_ID = 'room-controls';

const row = (name: string, widgetId: string, type: string, options: string) => `
      <Row>
        <Name>${name}</Name>
        <Widget>
          <WidgetId>${widgetId}</WidgetId>
          <Type>${type}</Type>
          <Options>${options}</Options>
        </Widget>
      </Row>`;

const XML = `<Extensions>
  <Version>1.11</Version>
  <Panel>
    <PanelId>${PANEL_ID}</PanelId>
    <Location>HomeScreen</Location>
    <Icon>Lightbulb</Icon>
    <Color>#1170CF</Color>
    <Name>Room</Name>
    <ActivityType>Custom</ActivityType>
    <Page>
      <PageId>${PANEL_ID}-page</PageId>
      <Name>Room</Name>${row('Lights', WIDGET.lights, 'ToggleButton', 'size=1')}${row('Blinds', WIDGET.blinds, 'Slider', 'size=3')}${row('Temperature', WIDGET.temperature, 'Spinner', 'size=2')}${row('Volume', WIDGET.volume, 'Slider', 'size=3')}
      <Options>hideRowNames=0</Options>
    </Page>
  </Panel>
</Extensions>`;

/** Puts the panel on the home screen of Navigator and touch screens, or replaces the one that is there. */
export const savePanel = () => xapi.Command.UserInterface.Extensions.Panel.Save({ PanelId: PANEL_ID }, XML);
