import xapi from 'xapi';
import { attempt } from '../lib/attempt.ts';
import type { PageChange } from '../lib/page-presence.ts';
import { Reporter } from '../lib/reporter.ts';
import { readWidgets, setWidget } from '../lib/room-widgets.ts';
import { savePanel } from '../lib/save-panel.ts';
import { sliderValue } from '../lib/slider.ts';
import { startMacro } from '../lib/start-macro.ts';
import { watchPage } from '../lib/watch-page.ts';
import { handleTouches } from './handle-touches.ts';
import { readRoom } from './read-room.ts';
import { restoreWidgets } from './restore-widgets.ts';
import panel from './room-controls.panel.tsx';

let reporter: Reporter | undefined;

function onPage(change: PageChange): void {
  reporter?.stop();
  const target = change.kind === 'opened' ? change.announcement?.report : undefined;
  reporter = target && new Reporter(target, async () => ({ room: await readRoom() }));
  roomChanged();
}

const roomChanged = () => reporter?.changed();

/** The slider follows the device's volume, never the other way round: only a touch sets the volume. */
function onVolume(volume: string): void {
  attempt('Showing the volume', async () => {
    const wanted = sliderValue(Number(volume));
    if ((await readWidgets()).get('room-volume') !== wanted) await setWidget('room-volume', wanted);
  });
  roomChanged();
}

startMacro(async () => {
  const before = await readWidgets();
  await savePanel(panel);
  await restoreWidgets(before);
  handleTouches();
  xapi.Status.Audio.Volume.on(onVolume);
  xapi.Status.UserInterface.Extensions.Widget.on(roomChanged);
  xapi.Status.RoomAnalytics.on(roomChanged);
  await watchPage(onPage);
});
