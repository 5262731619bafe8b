// 9:7: name of <Row> has a character that XML cannot hold
import { definePanel } from '../define-panel.ts';

const BELL = 'Ring \u0007';

export default definePanel({}, ({ Page, Panel, Row }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row name={BELL} />
    </Page>
  </Panel>
));
