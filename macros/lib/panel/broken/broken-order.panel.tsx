// 5:3: order of <Panel> is less than 1
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF" order={0} />
));
