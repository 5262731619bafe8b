import { ConnectionError } from './connection-error.ts';
import type { ConnectOptions, DeviceConnection } from './device-connection.ts';
import type { DeployTarget } from './target.ts';
import { connectSsh } from './transports/ssh.ts';
import { connectWebSocket } from './transports/web-socket.ts';

export type { ConnectOptions, DeviceConnection } from './device-connection.ts';

/** Connects to a device over the transport that its address names. @throws ConnectionError */
export async function connectDevice(
  target: DeployTarget,
  options: ConnectOptions = {},
): Promise<DeviceConnection> {
  if (target.transport === 'websocket') return connectWebSocket(target, options);
  if (target.transport === 'ssh') return connectSsh(target, options);
  throw new ConnectionError('not-supported', `${target.label}: nothing here reaches ${target.address} yet.`);
}
