import type { DeviceDescription } from '#simulator/control/hosted-device';

/** How a device is reached: its own WebSocket, its SSH console, or the Webex REST API. */
export type Transport = 'websocket' | 'ssh' | 'cloud';

/** Settings of one device: by macro, then by setting. */
export type MacroSettings = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A device to deploy to, real or simulated, and how to get in. Made by `createTarget`. */
export interface DeployTarget {
  readonly name: string;
  /** Stands on every line that acts: `room1`, or `SIM room1` for a simulated device. */
  readonly label: string;
  /** `wss://…`, `ws://…`, `ssh://…` or `cloud:DEVICE-ID`; what stands behind the host and port is passed over. */
  readonly address: string;
  readonly transport: Transport;
  /** Empty for the cloud. */
  readonly username: string;
  /** Empty for the cloud. */
  readonly password: string;
  /** Bearer token of the Webex REST API; only for the cloud. */
  readonly token?: string;
  /** Takes any certificate, and sends the password over plain `ws` to another machine. */
  readonly insecure: boolean;
  /** PEM file of the authorities that vouch for the device, in place of the system's. */
  readonly caFile?: string;
  /** Pinned: the certificate or host key first seen is kept in this file, and no other is taken afterwards. */
  readonly knownDevicesFile?: string;
  readonly groups: readonly string[];
  /** The macros that this device gets; `undefined`: all. */
  readonly macros: readonly string[] | undefined;
  /** Variables are filled in already. */
  readonly settings: MacroSettings;
}

/** What must be said of a target, and what may be. */
export type TargetParts = Pick<DeployTarget, 'name' | 'address'> & Partial<DeployTarget>;

/** A target with what follows from its address, and else what holds for a device of which nothing is said. */
export function createTarget(parts: TargetParts): DeployTarget {
  return {
    label: parts.name,
    transport: transportOf(parts.address),
    username: '',
    password: '',
    insecure: false,
    groups: [],
    macros: undefined,
    settings: {},
    ...parts,
  };
}

/** A simulated device speaks plain `ws`, and only on loopback. */
export function simulatedTarget(
  device: Pick<DeviceDescription, 'name' | 'address' | 'username' | 'password'>,
): DeployTarget {
  const { name, address, username, password } = device;
  return createTarget({ name, label: `SIM ${name}`, address, username, password });
}

/** Scheme, host and port of an address, so that what stands behind them makes no difference. */
export function originOf(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host.toLowerCase()}`;
}

export function transportOf(address: string): Transport {
  if (/^ssh:/i.test(address)) return 'ssh';
  return /^cloud:/i.test(address) ? 'cloud' : 'websocket';
}
