import type { Screen } from '../../device/screen.ts';
import { selectedName, sendCommand } from '../state/selected-device.ts';
import { clockText } from '../ui/device-clock.ts';
import './standby.css';

/** Half awake the device shows its name, in standby nothing; a touch wakes it from both. */
export function Standby({ state }: { state: Exclude<Screen['standby'], 'Off'> }) {
  const dark = state === 'Standby' || state === 'EnteringStandby';
  return (
    <button
      type="button"
      class={dark ? 'standby standby-dark' : 'standby'}
      aria-label="Wake the device"
      onClick={() => sendCommand('Standby Deactivate')}
    >
      {!dark && (
        <>
          <span class="standby-clock">{clockText.value}</span>
          <span class="standby-name">{selectedName.value}</span>
          <span class="standby-invitation">Touch to start</span>
        </>
      )}
    </button>
  );
}
