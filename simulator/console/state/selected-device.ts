import { computed, signal } from '@preact/signals';
import type { JsonObject } from '../../device/types.ts';
import { command } from './control-api.ts';
import type { DeviceInfo } from './control-types.ts';
import { attempt } from './notice.ts';

export const devices = signal<readonly DeviceInfo[]>([]);
export const selectedName = signal<string | null>(null);
export const selectedDevice = computed(() => devices.value.find(({ name }) => name === selectedName.value));

let lastSent: Promise<unknown> = Promise.resolve();

/**
 * Sends a command to the device that is shown, after all that were sent before it: a button's `pressed` must
 * not overtake its `released`. What goes wrong is shown; the promise then gives `undefined`.
 */
export function sendCommand(path: string, params?: JsonObject): Promise<JsonObject | undefined> {
  const name = selectedName.value;
  const sent = lastSent.then(() =>
    name === null ? undefined : attempt(path, () => command(name, path, params)),
  );
  lastSent = sent;
  return sent;
}
