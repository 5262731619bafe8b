import { ConnectionError } from './connection-error.ts';
import type { ConnectOptions } from './device-connection.ts';
import { KnownDevices } from './known-devices.ts';
import { type DeployTarget, originOf } from './target.ts';

/** What a device has shown of itself, before anything secret was sent to it. */
export interface Shown {
  readonly what: 'certificate' | 'host key';
  /** Without spaces, as `SHA256:…`. */
  readonly fingerprint: string;
}

/**
 * Holds what a pinned device shows against what it showed the first time; the first time it is kept.
 *
 * @throws ConnectionError `certificate-changed` with both fingerprints, and how to forget the old one
 */
export function checkPin(
  { label, address }: Pick<DeployTarget, 'label' | 'address'>,
  knownDevicesFile: string,
  { what, fingerprint }: Shown,
  say: ConnectOptions['say'],
): void {
  const known = new KnownDevices(knownDevicesFile);
  const place = originOf(address);
  const before = known.find(place);
  const kept = before ?? known.learn(place, fingerprint);
  if (kept.fingerprint === fingerprint) {
    if (!before) say?.(`${label}  ${what} kept from now on: ${fingerprint}`);
    return;
  }
  throw new ConnectionError(
    'certificate-changed',
    `${label}: the ${what} of ${place} is not the one that was kept, so nothing was sent.
  kept:  ${kept.fingerprint || 'nothing that can be read'}
  shown: ${fingerprint}
Somebody may stand between. If the device got a new one, delete line ${kept.line} of ${knownDevicesFile} and run this again.`,
  );
}
