// 9:9: the id "lights" is that of the <ToggleButton> at macros/lib/panel/broken/repeated-widget.panel.tsx:8:9, too
import { definePanel } from '../define-panel.ts';

export default definePanel({ lights: 'ToggleButton' }, ({ Page, Panel, Row, ToggleButton }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        <ToggleButton id="lights" />
        <ToggleButton id="lights" />
      </Row>
    </Page>
  </Panel>
));
