// 1:1: the panel could not be drawn: nobody knows what room is called
import { definePanel } from '../define-panel.ts';

function nameOf(room: string): string {
  throw new Error(`nobody knows what ${room} is called`);
}

export default definePanel({}, ({ Panel }) => (
  <Panel id="room" name={nameOf('room')} location="HomeScreen" icon="Home" color="#1170CF" />
));
