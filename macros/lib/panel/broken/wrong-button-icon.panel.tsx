// 9:9: icon of <IconButton> is "fish"; expected "arrow_up" | "arrow_down" | "arrow_left" | "arrow_right" | "back" | "home" | "list" | "help" | "plus" | "minus" | "play" | "pause" | "play_pause" | "stop" | "record" | "eject" | "end" | "phone" | "power" | "fast_bw" | "fast_fw" | "skip_bw" | "skip_fw" | "zoom_in" | "zoom_out" | "mic" | "mic_muted" | "speaker" | "speaker_muted" | "volume_muted" | "audio_plus" | "audio_minus" | "video" | "video_muted" | "webex_meetings" | "webex_teams" | "red" | "green" | "blue" | "yellow"
import { definePanel } from '../define-panel.ts';

export default definePanel({ back: 'Button' }, ({ IconButton, Page, Panel, Row }) => (
  <Panel id="room" name="Room" location="HomeScreen" icon="Home" color="#1170CF">
    <Page id="page" name="Page">
      <Row>
        {/* @ts-expect-error no such icon */}
        <IconButton id="back" icon="fish" />
      </Row>
    </Page>
  </Panel>
));
