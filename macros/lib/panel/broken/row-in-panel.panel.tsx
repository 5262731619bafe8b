// 6:5: <Row> stands in <Panel>; it belongs in <Page>
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel, Row }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Row name="Lights" />
  </Panel>
));
