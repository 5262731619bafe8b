import type { ConnectOptions, DeviceConnection } from './device-connection.ts';
import type { DeployTarget } from './target.ts';
import { connectCloud } from './transports/cloud.ts';
import { connectSsh } from './transports/ssh.ts';
import { connectWebSocket } from './transports/web-socket.ts';

export type { ConnectOptions, DeviceConnection } from './device-connection.ts';

const TRANSPORTS = { websocket: connectWebSocket, ssh: connectSsh, cloud: connectCloud };

/** Connects to a device over the transport that its address names. @throws ConnectionError */
export const connectDevice = (
  target: DeployTarget,
  options: ConnectOptions = {},
): Promise<DeviceConnection> => TRANSPORTS[target.transport](target, options);
