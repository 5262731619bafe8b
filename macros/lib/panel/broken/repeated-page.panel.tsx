// 7:5: the id "page" is that of the <Page> at macros/lib/panel/broken/repeated-page.panel.tsx:6:5, too
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Page, Panel }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="One" />
    <Page id="page" name="Two" />
  </Panel>
));
