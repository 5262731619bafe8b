// 10:9: the group "source" has "vga", which is not declared
// 10:9: the group "source" lacks the declared key "usb"
import { definePanel } from '../define-panel.ts';

export default definePanel({ source: ['hdmi', 'usb'] }, ({ GroupButton, Page, Panel, Row }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        {/* @ts-expect-error one key is missing, one is unknown */}
        <GroupButton id="source" values={{ hdmi: 'HDMI', vga: 'VGA' }} />
      </Row>
    </Page>
  </Panel>
));
