// 8:9: <Panel> stands in <Row>; it belongs at the top
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Page, Panel, Row }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        <Panel id="inner" name="Inner" location="Hidden" icon="Home" color="#1170CF" />
      </Row>
    </Page>
  </Panel>
));
