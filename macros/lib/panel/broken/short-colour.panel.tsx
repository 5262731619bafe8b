// 5:3: color of <Panel> is "#17C"; expected a colour like "#1170CF"
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#17C" />
));
