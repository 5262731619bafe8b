// 2:18: a panel is drawn at build time: neither it nor what it imports can use xapi
import xapi from 'xapi';
import { definePanel } from '../define-panel.ts';

const name = String(xapi.Config.SystemUnit.Name);

export default definePanel({}, ({ Panel }) => (
  <Panel id="room" name={name} location="HomeScreen" icon="Home" color="#1170CF" />
));
