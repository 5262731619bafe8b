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
  const place = originOf(address);
  const { before, kept } = lookUp(new KnownDevices(knownDevicesFile), place, fingerprint, label);
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

/** What was known before, if anything, and what holds now. */
function lookUp(known: KnownDevices, place: string, fingerprint: string, label: string) {
  try {
    const before = known.find(place);
    return { before, kept: before ?? known.learn(place, fingerprint) };
  } catch (error) {
    // Without the file nobody can say whether this is the device of last time.
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConnectionError('certificate', `${label}: its pin cannot be looked up: ${reason}`);
  }
}
