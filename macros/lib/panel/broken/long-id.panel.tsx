// 10:9: id of <Slider> has 256 bytes; at most 255 are allowed
import { definePanel } from '../define-panel.ts';

const LONG = 'ä'.repeat(128);

export default definePanel({ [LONG]: 'Slider' }, ({ Page, Panel, Row, Slider }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        <Slider id={LONG} />
      </Row>
    </Page>
  </Panel>
));
