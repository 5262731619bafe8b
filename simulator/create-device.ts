import { macroBehaviors } from './device/behaviors/macros.ts';
import { createDeviceCore, type DeviceOptions } from './device/create-device-core.ts';
import type { Device } from './device/types.ts';
import { createMacroRuntime, type MacroRuntime } from './runtime/create-macro-runtime.ts';
import { followSettings } from './runtime/follow-settings.ts';
import { loadQuickJs } from './runtime/load-quickjs.ts';

export type { DeviceOptions } from './device/create-device-core.ts';

export interface DeviceMacros extends MacroRuntime {
  /**
   * Saves and activates a macro and restarts the runtime, with Configuration `Macros Mode` turned on if need be.
   * Resolves when the device has come to rest; what the macro did wrong stands in its log.
   *
   * @throws XapiError on a limit of the device
   */
  load(name: string, source: string): Promise<void>;
}

/** A device with its macro runtime: all there is without a network. */
export interface SimulatedDevice extends Device {
  readonly macros: DeviceMacros;
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
  const runtime = createMacroRuntime(device);
  device.addBehaviors(macroBehaviors(device, runtime));
  if (options.behaviors) device.addBehaviors(options.behaviors);
  followSettings(device, runtime);

  async function load(name: string, source: string): Promise<void> {
    runtime.store.save(name, source);
    runtime.store.activate(name);
    if (runtime.status().Running === 'True') {
      await runtime.restart();
    } else {
      device.setConfiguration(['Macros', 'Mode'], 'On');
      await runtime.start();
    }
    await device.settled();
  }

  return { ...device, macros: { ...runtime, load } };
}
