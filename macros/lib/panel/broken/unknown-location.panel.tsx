// 6:3: location of <Panel> is "Moon"; expected "HomeScreen" | "CallControls" | "HomeScreenAndCallControls" | "ControlPanel" | "RoomScheduler" | "Hidden"
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel }) => (
  // @ts-expect-error no such place
  <Panel id="room" name="Room" location="Moon" icon="Home" color="#1170CF" />
));
