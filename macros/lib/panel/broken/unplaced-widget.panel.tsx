// 7:5: the declared widget "source" stands in no row
import { definePanel } from '../define-panel.ts';

export default definePanel(
  { lights: 'ToggleButton', source: ['hdmi', 'usb'] },
  ({ Page, Panel, Row, ToggleButton }) => (
    <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
      <Page id="page" name="Page">
        <Row>
          <ToggleButton id="lights" />
        </Row>
      </Page>
    </Panel>
  ),
);
