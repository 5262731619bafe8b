import { createAssistant, type SkillDirectory, type Speaker } from './assistant/index.ts';
import type { DeviceFaults } from './control/device-faults.ts';
import type { HostedDevice } from './control/hosted-device.ts';
import { createDevice, type SimulatedDevice } from './create-device.ts';
import { commission } from './device/commission.ts';
import { UnknownProductError } from './device/product.ts';
import { listMacros } from './list-macros.ts';
import { SimulatorError } from './simulator-error.ts';
import type { Certificate } from './wire/certificate.ts';
import { CloudFaults } from './wire/cloud/cloud-faults.ts';
import { listenCloud } from './wire/cloud/listen-cloud.ts';
import type { WireFaults } from './wire/faults.ts';
import { listen } from './wire/listen.ts';
import { listenSsh } from './wire/ssh/listen-ssh.ts';

export interface HostOptions {
  readonly name: string;
  /** The name on the box; `Board Pro 55` when absent. */
  readonly product?: string | undefined;
  /** Such as `26.4`; the newest when absent. */
  readonly release?: string | undefined;
  /** `admin` when absent. */
  readonly username?: string | undefined;
  /** `simulated` when absent. It keeps nobody out: whoever is on this machine may read it. */
  readonly password?: string | undefined;
  /** Macros, web engine, HTTP client and Assistant are switched on; `false` leaves a device as from the box. */
  readonly commissioned?: boolean | undefined;
  /** Lets clients reach the device's shell over SSH, too. */
  readonly ssh?: boolean | undefined;
  /** Lets clients reach the device by way of a simulated Webex REST API, too; the token is the password. */
  readonly cloud?: boolean | undefined;
}

/** What the devices of one simulator share. */
export interface HostMeans {
  readonly skills: SkillDirectory;
  readonly speaker: Speaker;
  readonly certificate: Certificate;
}

export interface RunningDevice extends HostedDevice {
  readonly device: SimulatedDevice;
  close(): Promise<void>;
}

/** Makes a device and lets clients reach it on loopback, over `ws` and `wss`, and in other ways if asked to. @throws SimulatorError */
export async function hostDevice(options: HostOptions, means: HostMeans): Promise<RunningDevice> {
  const device = await makeDevice(options);
  try {
    return await openDevice(device, options, means);
  } catch (error) {
    device.close();
    throw error;
  }
}

async function openDevice(
  device: SimulatedDevice,
  options: HostOptions,
  { skills, speaker, certificate }: HostMeans,
): Promise<RunningDevice> {
  if (options.commissioned !== false) commission(device);
  const wire = new CloudFaults();
  const { username = 'admin', password = 'simulated' } = options;
  const open = await listen(device, { username, password, faults: wire });
  const secure = await listen(device, { username, password, faults: wire, tls: certificate });
  const shell = options.ssh ? await listenSsh(device, { username, password, faults: wire }) : undefined;
  const cloud = options.cloud ? await openCloud(device, password, wire) : undefined;
  const assistant = createAssistant({ device, skills, speaker });
  return {
    device,
    assistant,
    username,
    password,
    address: open.address,
    secureAddress: secure.address,
    ...(shell && { sshAddress: shell.address }),
    ...(cloud && { cloudAddress: cloud.address }),
    macros: listMacros(device),
    faults: faultsOf(device, wire),
    async close() {
      assistant.close();
      await Promise.all([open.close(), secure.close(), shell?.close(), cloud?.close()]);
      device.close();
    },
  };
}

async function openCloud(device: SimulatedDevice, token: string, faults: CloudFaults) {
  const id = Buffer.from(`ciscospark://us/DEVICE/${device.name}`).toString('base64url');
  const { address, close } = await listenCloud({ devices: [{ id, device }], token, faults });
  return { address: `cloud:${address}/${id}`, close };
}

async function makeDevice({ name, product, release }: HostOptions): Promise<SimulatedDevice> {
  try {
    return await createDevice({ name, ...(product && { product }), ...(release && { release }) });
  } catch (error) {
    if (error instanceof UnknownProductError) throw new SimulatorError('unknown-product', error.message);
    throw error;
  }
}

const STORAGE_FULL = { error: { message: 'Max total size of macros reached.' } };

function faultsOf(device: SimulatedDevice, wire: WireFaults): DeviceFaults {
  return {
    drop: () => wire.drop(),
    delay(ms) {
      wire.delayMs = ms;
    },
    refuse(what) {
      wire.refusePassword = what === 'password';
      wire.refuseConnections = what === 'connections';
    },
    reboot: () => device.restart(),
    fill: (full) => device.setAnswer(['Macros', 'Macro', 'Save'], full ? STORAGE_FULL : undefined),
  };
}
