// 6:3: icon of <Panel> is "Fish"; expected "Briefing" | "Camera" | "Concierge" | "Disc" | "Handset" | "Help" | "Helpdesk" | "Home" | "Hvac" | "Info" | "Input" | "Language" | "Laptop" | "Lightbulb" | "Media" | "Microphone" | "Power" | "Proximity" | "Record" | "Spark" | "Tv" | "Webex" | "General"
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel }) => (
  // @ts-expect-error no such icon
  <Panel id="room" name="Room" location="HomeScreen" icon="Fish" color="#1170CF" />
));
