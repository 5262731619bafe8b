import type { Assistant } from '../assistant/index.ts';
import type { Device } from '../device/types.ts';
import { ControlError } from './control-error.ts';
import type { DeviceFaults } from './device-faults.ts';

/** Where a device listens, and who may come in. The password is a simulated device's: it may be shown. */
export interface DeviceAddress {
  /** What jsxapi's `connect` takes, `ws://…`. */
  readonly address: string;
  /** The same over TLS with a certificate of its own, `wss://…`. */
  readonly secureAddress: string;
  /** Of the device's shell, `ssh://…`, where it is open. */
  readonly sshAddress?: string;
  /** By way of a simulated Webex REST API, `cloud:http://…`, where there is one; the token is the password. */
  readonly cloudAddress?: string;
  readonly username: string;
  readonly password: string;
}

export interface MacroState {
  readonly name: string;
  readonly active: boolean;
  /** Active, and the macro runtime is up. */
  readonly running: boolean;
}

/** The macros that are saved on a device. */
export interface MacroList {
  list(): readonly MacroState[];
  onChange(listener: () => void): () => void;
}

/** One simulated device with everything that the control interface reaches. */
export interface HostedDevice extends DeviceAddress {
  readonly device: Device;
  readonly assistant: Assistant;
  readonly macros: MacroList;
  readonly faults: DeviceFaults;
}

/** As `GET /api/devices` lists it. */
export const describeDevice = ({ device, ...hosted }: HostedDevice) => ({
  name: device.name,
  address: hosted.address,
  secureAddress: hosted.secureAddress,
  ...(hosted.sshAddress !== undefined && { sshAddress: hosted.sshAddress }),
  ...(hosted.cloudAddress !== undefined && { cloudAddress: hosted.cloudAddress }),
  username: hosted.username,
  password: hosted.password,
  product: device.product,
  release: device.release,
});
export type DeviceDescription = ReturnType<typeof describeDevice>;

/** @throws ControlError 404 that lists the known ones */
export function findDevice(devices: readonly HostedDevice[], name: string): HostedDevice {
  const found = devices.find(({ device }) => device.name === name);
  if (found) return found;
  const known = devices.map(({ device }) => device.name).join(', ') || 'none';
  throw new ControlError(404, 'unknown-device', `There is no device "${name}". Known: ${known}.`);
}
