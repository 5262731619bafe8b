// 8:9: id of <Slider> is empty, or starts or ends with a space
import { definePanel } from '../define-panel.ts';

export default definePanel({ '': 'Slider' }, ({ Page, Panel, Row, Slider }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        <Slider id="" />
      </Row>
    </Page>
  </Panel>
));
