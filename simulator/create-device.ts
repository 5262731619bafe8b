import { macroBehaviors } from './device/behaviors/macros.ts';
import { createDeviceCore, type DeviceOptions } from './device/create-device-core.ts';
import type { Device } from './device/types.ts';
import { createMacroRuntime, type MacroRuntime } from './runtime/create-macro-runtime.ts';
import { followSettings } from './runtime/follow-settings.ts';
import { loadQuickJs } from './runtime/load-quickjs.ts';

export type { DeviceOptions } from './device/create-device-core.ts';

/** A device with its macro runtime: all there is without a network. */
export interface SimulatedDevice extends Device {
  readonly macros: MacroRuntime;
}

/**
 * A simulated device for tests and for the commands: load macros, raise events, set statuses, move the clock,
 * read journal and screen. Whoever makes one closes it.
 *
 * @throws UnknownProductError
 */
export async function createDevice(options: DeviceOptions): Promise<SimulatedDevice> {
  // So that a test's first macro does not wait for it.
  await loadQuickJs();
  const device = createDeviceCore(options);
  const macros = createMacroRuntime(device);
  device.addBehaviors(macroBehaviors(device, macros));
  // Behaviors that were asked for go before those of the macros, too.
  if (options.behaviors) device.addBehaviors(options.behaviors);
  followSettings(device, macros);
  return { ...device, macros };
}
