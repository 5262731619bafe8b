// 7:7: <ToggleButton> stands in <Page>; it belongs in <Row>
import { definePanel } from '../define-panel.ts';

export default definePanel({ lights: 'ToggleButton' }, ({ Page, Panel, ToggleButton }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <ToggleButton id="lights" />
    </Page>
  </Panel>
));
