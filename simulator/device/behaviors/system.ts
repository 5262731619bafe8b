import type { Behaviors, CommandCall, Device } from '../types.ts';
import { raiseIfKnown } from './if-known.ts';

/** How long the device still answers after it was told to restart. */
const RESTARTS_AFTER_MS = 500;

/** Restart, and the time of day. */
export function systemBehaviors(device: Device): Behaviors {
  return {
    'SystemUnit Boot': ({ params }) => {
      raiseIfKnown(device, ['BootEvent'], { Action: params.Action ?? 'Restart' });
      device.clock.after(RESTARTS_AFTER_MS, () => device.restart());
      return undefined;
    },
    'Time DateTime Get': timeOfDay,
  };
}

function timeOfDay({ device }: CommandCall) {
  const now = new Date(device.clock.now());
  return {
    Year: now.getUTCFullYear(),
    Month: now.getUTCMonth() + 1,
    Day: now.getUTCDate(),
    Hour: now.getUTCHours(),
    Minute: now.getUTCMinutes(),
    Second: now.getUTCSeconds(),
  };
}
