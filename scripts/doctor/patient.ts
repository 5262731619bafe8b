import type { MacroBundle } from '#scripts/build/bundle-macros';
import type { DeviceConnection } from '#scripts/deploy/connect';
import { CommandRefused } from '#scripts/deploy/connection-error';
import { type DeviceMacro, readMacros } from '#scripts/deploy/device-macros';

/** A device that lets us in, and what several checks look at. */
export class Patient {
  #macros: Promise<readonly DeviceMacro[]> | undefined;

  constructor(
    readonly connection: DeviceConnection,
    /** What this device should run. @throws UserError when it does not build */
    readonly bundles: () => Promise<readonly MacroBundle[]>,
  ) {}

  /** @throws ConnectionError, CommandRefused */
  macros(): Promise<readonly DeviceMacro[]> {
    this.#macros ??= readMacros(this.connection);
    return this.#macros;
  }

  /** What a status or configuration says; `undefined` where the device does not have it. */
  async read(path: string): Promise<string | undefined> {
    try {
      return String(await this.connection.get(path));
    } catch (error) {
      if (error instanceof CommandRefused) return undefined;
      throw error;
    }
  }
}
