import xapi from 'xapi';
import { readNumber } from '../lib/read-number.ts';
import { DEFAULTS } from '../lib/room-commands.ts';
import type { RoomWidgetId } from '../lib/room-panel-widgets.ts';
import { setWidget, type WidgetValues } from '../lib/room-widgets.ts';
import { sliderValue } from '../lib/slider.ts';

/** Gives every widget what it showed before the panel was saved, or its default; the volume is the device's own. */
export async function restoreWidgets(before: WidgetValues): Promise<void> {
  const volume = readNumber(await xapi.Status.Audio.Volume.get().catch(() => null)) ?? DEFAULTS.volume;
  const restore = (id: RoomWidgetId, otherwise: string) => setWidget(id, before.get(id) || otherwise);
  await restore('room-lights', DEFAULTS.lights);
  await restore('room-blinds', sliderValue(DEFAULTS.blinds));
  await restore('room-temperature', String(DEFAULTS.temperature));
  await setWidget('room-volume', sliderValue(volume));
}
