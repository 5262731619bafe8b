// 9:7: name of <Row> has 256 bytes; at most 255 are allowed
import { definePanel } from '../define-panel.ts';

const LONG = 'x'.repeat(256);

export default definePanel({}, ({ Page, Panel, Row }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row name={LONG} />
    </Page>
  </Panel>
));
