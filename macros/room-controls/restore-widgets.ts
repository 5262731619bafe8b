import xapi from 'xapi';
import { readNumber } from '../lib/read-number.ts';
import { DEFAULTS } from '../lib/room-commands.ts';
import { setWidget, WIDGET } from '../lib/room-widgets.ts';
import { sliderValue } from '../lib/slider.ts';

/** Gives every widget what it showed before the panel was saved, or its default; the volume is the device's own. */
export async function restoreWidgets(before: ReadonlyMap<string, string>): Promise<void> {
  const volume = readNumber(await xapi.Status.Audio.Volume.get().catch(() => null)) ?? DEFAULTS.volume;
  await setWidget(WIDGET.lights, before.get(WIDGET.lights) || DEFAULTS.lights);
  await setWidget(WIDGET.blinds, before.get(WIDGET.blinds) || sliderValue(DEFAULTS.blinds));
  await setWidget(WIDGET.temperature, before.get(WIDGET.temperature) || String(DEFAULTS.temperature));
  await setWidget(WIDGET.volume, sliderValue(volume));
}
