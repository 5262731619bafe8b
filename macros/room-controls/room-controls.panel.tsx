import { definePanel } from '../lib/panel/define-panel.ts';
import { ROOM_WIDGETS } from '../lib/room-panel-widgets.ts';

/** Stands on the home screen of Navigator and touch screens. */
export default definePanel(ROOM_WIDGETS, ({ Page, Panel, Row, Slider, Spinner, ToggleButton }) => (
  <Panel id="room-controls" name="Room" location="HomeScreen" icon="Lightbulb" color="#1170CF">
    <Page id="room-controls-page" name="Room">
      <Row name="Lights">
        <ToggleButton id="room-lights" />
      </Row>
      <Row name="Blinds">
        <Slider id="room-blinds" />
      </Row>
      <Row name="Temperature">
        <Spinner id="room-temperature" />
      </Row>
      <Row name="Volume">
        <Slider id="room-volume" />
      </Row>
    </Page>
  </Panel>
));
