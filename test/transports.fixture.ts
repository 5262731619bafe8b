import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ConnectOptions, connectDevice, type DeviceConnection } from '#scripts/deploy/connect';
import { createTarget, type DeployTarget } from '#scripts/deploy/target';
import { temporaryRoot } from '#scripts/lib/run-for-test';
import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import { commission } from '#simulator/device/commission';
import { selfSignedCertificate } from '#simulator/wire/certificate';
import { listenCloud } from '#simulator/wire/cloud/listen-cloud';
import { listen } from '#simulator/wire/listen';
import { listenSsh } from '#simulator/wire/ssh/listen-ssh';

const LOGIN = { username: 'admin', password: 'pass:wörd ?' };
const TOKEN = 'a-token';

/** One way to a device: where it listens, and how it is cut or made to refuse everybody. */
interface Wire {
  readonly address: string;
  /** Breaks every open connection. */
  drop(): void;
  /** No password, no token is right any more. */
  refuseAll(): void;
  close(): Promise<void>;
}

type OpenWire = (device: SimulatedDevice) => Promise<Wire>;

const openSocketWire = async (device: SimulatedDevice, secure: boolean): Promise<Wire> => {
  const tls = secure ? { tls: await selfSignedCertificate('room1') } : {};
  return wireOf(await listen(device, { ...LOGIN, ...tls }));
};

const wireOf = ({ address, faults, close }: Awaited<ReturnType<typeof listen>>): Wire => ({
  address,
  close,
  drop: () => faults.drop(),
  refuseAll() {
    faults.refusePassword = true;
  },
});

const WIRES: Readonly<Record<string, OpenWire>> = {
  ws: (device) => openSocketWire(device, false),
  wss: (device) => openSocketWire(device, true),
  ssh: async (device) => wireOf(await listenSsh(device, LOGIN)),
  async cloud(device) {
    const id = 'Y2lzY29zcGFyazov';
    const { address, faults, close } = await listenCloud({ devices: [{ id, device }], token: TOKEN });
    return {
      address: `cloud:${address}/${id}`,
      close,
      drop: () => faults.drop(),
      refuseAll() {
        faults.expireToken = true;
      },
    };
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
