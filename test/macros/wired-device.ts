import { simulatedTarget } from '#scripts/deploy/target';
import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import { commission } from '#simulator/device/commission';
import type { JournalEntry } from '#simulator/device/journal';
import { selfSignedCertificate } from '#simulator/wire/certificate';
import { type Listener, listen } from '#simulator/wire/listen';

const credentials = { username: 'admin', password: 'right' };

/** A simulated device behind a real WebSocket of loopback. */
export class WiredDevice {
  private constructor(
    readonly device: SimulatedDevice,
    readonly listener: Listener,
  ) {}

  static async start(options: { secure?: boolean } = {}): Promise<WiredDevice> {
    const device = await createDevice({ name: 'room1' });
    commission(device);
    const tls = options.secure ? { tls: await selfSignedCertificate('room1') } : {};
    return new WiredDevice(device, await listen(device, { ...credentials, ...tls }));
  }

  /** For the deployer. */
  get target() {
    const { address } = this.listener;
    return simulatedTarget({ name: 'room1', address, ...credentials });
  }

  /** Paths of the commands that clients gave since `after`. */
  commands(after = 0): JournalEntry[] {
    const entries = this.device.journal.after(after);
    return entries.filter(({ kind, origin }) => kind === 'command' && origin.startsWith('client:'));
  }

  get running(): readonly string[] {
    return this.device.macros.store.active().map(({ name }) => name);
  }

  async close(): Promise<void> {
    await this.listener.close();
    this.device.close();
  }
}
