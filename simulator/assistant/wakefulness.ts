import type { Device } from '../device/types.ts';
import { ASSISTANT } from './assistant-caller.ts';

const STANDBY = ['Status', 'Standby', 'State'];
const MODE = ['Configuration', 'UserInterface', 'Assistant', 'Mode'];

export const isAssistantOn = (device: Device): boolean => device.peek(MODE) === 'On';
export const isAwake = (device: Device): boolean => device.peek(STANDBY) === 'Off';

/**
 * Calls `fallAsleep` when the device restarts or goes to standby, and when its Assistant is switched off. A product
 * may be without either: a Navigator has no Assistant.
 */
export function watchSleep(device: Device, fallAsleep: () => void): () => void {
  const check = () => {
    if (!isAssistantOn(device) || !isAwake(device)) fallAsleep();
  };
  const stops = [
    device.onRestart(fallAsleep),
    ...[STANDBY, MODE]
      .filter((path) => device.knows(path))
      .map((path) => device.subscribe(ASSISTANT, path, check)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** An Assistant that is addressed wakes its device, as a touch would. */
export async function wake(device: Device): Promise<void> {
  if (!isAwake(device)) await device.command(ASSISTANT, ['Standby', 'Deactivate']);
}
