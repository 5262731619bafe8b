// 10:9: the widget "lamp" is not declared; declared: "lights"
import { definePanel } from '../define-panel.ts';

export default definePanel({ lights: 'ToggleButton' }, ({ Page, Panel, Row, ToggleButton }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        <ToggleButton id="lights" />
        {/* @ts-expect-error it is not declared */}
        <ToggleButton id="lamp" />
      </Row>
    </Page>
  </Panel>
));
