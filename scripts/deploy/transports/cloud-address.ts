import { ConnectionError } from '../connection-error.ts';
import { isLoopback } from '../is-loopback.ts';
import type { DeployTarget } from '../target.ts';

/** Which device, and which REST API knows it. */
export interface CloudAddress {
  readonly deviceId: string;
  /** Ends without a slash. */
  readonly api: string;
}

const WEBEX = 'https://webexapis.com';
const ADDRESS = /^cloud:(?:(https?:\/\/[^/\s@?#]+)\/)?([\w+/=-]+)$/i;

/**
 * Reads `cloud:DEVICE-ID`, or `cloud:http://127.0.0.1:51234/DEVICE-ID` for a REST API that is not Webex's own, such as
 * the simulated one.
 *
 * @throws ConnectionError `unreachable`, `https-only`
 */
export function cloudAddress({ label, address }: DeployTarget): CloudAddress {
  const [, api = WEBEX, deviceId] = ADDRESS.exec(address) ?? [];
  if (deviceId === undefined || !URL.canParse(api)) {
    throw new ConnectionError('unreachable', `${label}: ${address} is no address; expected cloud:DEVICE-ID.`);
  }
  const { protocol, hostname, host } = new URL(api);
  if (protocol === 'http:' && !isLoopback(hostname)) {
    throw new ConnectionError(
      'https-only',
      `${label}: over http:// the token would travel in the clear. Write its address as cloud:https://${host}/${deviceId}`,
    );
  }
  return { deviceId, api };
}
