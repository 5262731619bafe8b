import { ConnectionError } from './connection-error.ts';
import type { DeployTarget } from './target.ts';

/** A device answers an upgrade that it does not take with an HTTP status (docs/xapi-wire.md). */
export function upgradeError({ label, address }: DeployTarget, status: number): ConnectionError {
  const isSecure = address.startsWith('wss:');
  switch (status) {
    case 401:
      if (isSecure) break;
      return new ConnectionError('https-only', `${label} takes only HTTPS. Write its address as wss://…`);
    case 403:
      break;
    case 502:
      return new ConnectionError('rebooting', `${label} is starting. Try again in a minute.`);
    case 503:
      return new ConnectionError(
        'too-many-connections',
        `${label} has too many connections. End some of them.`,
      );
    default:
      return new ConnectionError(
        'unreachable',
        `What answers at ${address} is no device with WebSocket (status ${status}). On the device, type: xConfiguration NetworkServices Websocket: FollowHTTPService`,
      );
  }
  return new ConnectionError('bad-credentials', `${label} does not take this username and password.`);
}
