// 6:3: <Panel> lacks name
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel }) => (
  // @ts-expect-error a panel has a name
  <Panel id="room" location="HomeScreen" icon="Home" color="#1170CF" />
));
