import { onWidget } from '../lib/on-widget.ts';
import { setBlinds, setLights, setTemperature, setVolume } from '../lib/room-commands.ts';
import { positionPercent } from '../lib/slider.ts';
import panel from './room-controls.panel.tsx';
import { settings } from './settings.ts';

/** Does what is touched on the panel, with the commands that voice uses. */
export function handleTouches(): void {
  onWidget(panel, 'room-lights', 'changed', (value) => setLights(value === 'on'));
  onWidget(panel, 'room-temperature', 'clicked', (step) =>
    setTemperature({ change: step === 'increment' ? settings.degreesPerPress : -settings.degreesPerPress }),
  );
  // While a finger is on a slider, setting it would pull it from under the finger.
  onWidget(panel, 'room-blinds', 'released', (position) => setBlinds({ set: positionPercent(position) }));
  onWidget(panel, 'room-volume', 'released', (position) => setVolume({ set: positionPercent(position) }));
}
