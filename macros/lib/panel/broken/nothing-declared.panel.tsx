// 9:9: the widget "blinds" is not declared; declared: none
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Page, Panel, Row, Slider }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        {/* @ts-expect-error it is not declared */}
        <Slider id="blinds" />
      </Row>
    </Page>
  </Panel>
));
