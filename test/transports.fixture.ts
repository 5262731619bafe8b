import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ConnectOptions, connectDevice, type DeviceConnection } from '#scripts/deploy/connect';
import { createTarget, type DeployTarget } from '#scripts/deploy/target';
import { temporaryRoot } from '#scripts/lib/run-for-test';
import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import { commission } from '#simulator/device/commission';
import { selfSignedCertificate } from '#simulator/wire/certificate';
import { listenCloud } from '#simulator/wire/cloud/listen-cloud';
import { type Listener, listen } from '#simulator/wire/listen';
import { listenSsh } from '#simulator/wire/ssh/listen-ssh';

const LOGIN = { username: 'admin', password: 'pass:wörd ?' };
const TOKEN = 'a-token';

/** One way to a device: where it listens, and what can go wrong with it. */
type OpenWire = (device: SimulatedDevice) => Promise<Listener>;

const WIRES: Readonly<Record<string, OpenWire>> = {
  ws: (device) => listen(device, LOGIN),
  wss: async (device) => listen(device, { ...LOGIN, tls: await selfSignedCertificate('room1') }),
  ssh: (device) => listenSsh(device, LOGIN),
  async cloud(device) {
    const id = 'Y2lzY29zcGFyazov';
    const cloud = await listenCloud({ devices: [{ id, device }], token: TOKEN });
    return { ...cloud, address: `cloud:${cloud.address}/${id}` };
  },
};
export const TRANSPORTS = Object.keys(WIRES);

/** One simulated device with its macro runtime, reached over one wire, for one test. */
export async function reachDevice(transport: string) {
  const device = await createDevice({ name: 'room1' });
  commission(device);
  const wire = await (WIRES[transport] as OpenWire)(device);
  const folder = temporaryRoot();
  onTestFinished(async () => {
    await wire.close();
    device.close();
    folder.remove();
  });
  const target = createTarget({ name: 'room1', address: wire.address, ...access(transport, folder.root) });
  return {
    device,
    wire,
    target,
    async connect(options: ConnectOptions = {}): Promise<DeviceConnection> {
      const connection = await connectDevice(target, options);
      onTestFinished(() => connection.close());
      return connection;
    },
  };
}

/** What the wire shows is kept the first time, as a person would have it. */
const access = (transport: string, root: string): Partial<DeployTarget> =>
  transport === 'cloud' ? { token: TOKEN } : { ...LOGIN, knownDevicesFile: join(root, 'known-devices') };
