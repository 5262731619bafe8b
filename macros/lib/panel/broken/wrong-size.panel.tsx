// 9:9: size of <Slider> is 5; expected 1 | 2 | 3 | 4
import { definePanel } from '../define-panel.ts';

export default definePanel({ blinds: 'Slider' }, ({ Page, Panel, Row, Slider }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        {/* @ts-expect-error a line has four columns */}
        <Slider id="blinds" size={5} />
      </Row>
    </Page>
  </Panel>
));
