// 8:5: <Row> stands in <Panel>; it belongs in <Page>
// 10:7: the id "blinds" is that of the <Slider> at macros/lib/panel/broken/all-at-once.panel.tsx:9:7, too
// 12:5: id of <Page> is empty, or starts or ends with a space
import { definePanel } from '../define-panel.ts';

export default definePanel({ blinds: 'Slider' }, ({ Page, Panel, Row, Slider }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Row name="Blinds">
      <Slider id="blinds" />
      <Slider id="blinds" />
    </Row>
    <Page id=" " name="Page" />
  </Panel>
));
