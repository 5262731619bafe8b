// 9:9: "lights" is declared as a ToggleButton, and stands there as <Slider>
import { definePanel } from '../define-panel.ts';

export default definePanel({ lights: 'ToggleButton' }, ({ Page, Panel, Row, Slider }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        {/* @ts-expect-error it is declared as a toggle button */}
        <Slider id="lights" />
      </Row>
    </Page>
  </Panel>
));
