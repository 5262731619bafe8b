import { selectedName } from '../state/selected-device.ts';
import { clockText, dateText } from '../ui/device-clock.ts';
import './home-screen.css';

/** What stands on the screen while nobody wants anything of it. */
export function HomeScreen({ inviting }: { inviting: boolean }) {
  return (
    <div class="home">
      <p class="home-name">{selectedName.value}</p>
      <div class="home-time">
        <p class="home-clock">{clockText.value}</p>
        <p class="home-date">{dateText.value}</p>
      </div>
      {inviting && <p class="home-invitation">Say “OK Webex”</p>}
    </div>
  );
}
