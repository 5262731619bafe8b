// 8:7: <Row> contains the text "Lights"; only elements may stand there
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Page, Panel, Row }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      {/* @ts-expect-error no text between elements */}
      <Row>Lights</Row>
    </Page>
  </Panel>
));
