// 6:3: color of <Panel> is "red"; expected a colour like "#1170CF"
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel }) => (
  // @ts-expect-error a colour is written with #
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="red" />
));
