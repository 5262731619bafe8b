// 6:3: <Panel> takes no title
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel }) => (
  // @ts-expect-error a panel has no title
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF" title="Room" />
));
