import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { authorities } from '#scripts/deploy/authorities';
import { KnownDevices } from '#scripts/deploy/known-devices';
import { type DeployTarget, originOf } from '#scripts/deploy/target';
import { UserError } from '#scripts/lib/user-error';
import { type Finding, mend, ok } from '../check.ts';
import { endpointOf } from '../endpoint.ts';
import type { Road } from './road-checks.ts';

/** What a device shows, whether or not anybody vouches for it. */
interface Certificate {
  /** Why it cannot be verified; `undefined` when it can. */
  readonly fault: string | undefined;
  readonly fingerprint: string;
  /** Days until it expires. */
  readonly days: number;
}

const DAY_MS = 86_400_000;
/** A new one takes time to get. */
const SOON_DAYS = 30;
const RENEW = 'renew it on the device’s web page under Security, or in Control Hub';

/** Whether what is at the other end of the line can be believed, by authorities or because it is pinned. */
export async function examineCertificate(road: Road): Promise<Finding> {
  const { target } = road;
  if (target.transport === 'ssh') return ok('none over SSH; its host key is looked at with the credentials');
  if (!endpointOf(target).isTls) return ok('none: without TLS, which is for this machine only');
  const certificate = await readCertificate(road);
  const { fault, days, fingerprint } = certificate;
  const lasts = days < 0 ? `expired ${-days} days ago` : `expires in ${days} days`;
  if (target.insecure)
    return ok(`not verified, because of insecure: true (${fault ?? 'though it could be'}); ${lasts}`);
  if (target.knownDevicesFile !== undefined)
    return pinned(target, target.knownDevicesFile, fingerprint, lasts);
  if (fault !== undefined) {
    return mend(
      `cannot be verified (${fault}); ${lasts}; ${fingerprint}`,
      `give it one of your authority and name that in devices.yaml as ca: FILE, or keep the one it has with pin: true`,
    );
  }
  return days < SOON_DAYS ? mend(`verified, but ${lasts}`, RENEW) : ok(`verified; ${lasts}`);
}

function pinned(target: DeployTarget, file: string, fingerprint: string, lasts: string): Finding {
  const kept = new KnownDevices(file).find(originOf(target.address));
  if (kept === undefined) return ok(`pinned when somebody first connects; ${lasts}; ${fingerprint}`);
  if (kept.fingerprint === fingerprint) return ok(`pinned; ${lasts}`);
  return mend(
    `is not the one that was kept, ${kept.fingerprint}, but ${fingerprint}`,
    `when the device got a new one: sed -i ${kept.line}d ${file}. Otherwise somebody may stand between`,
  );
}

function readCertificate({ target, timeoutMs, signal }: Road): Promise<Certificate> {
  const { host, port } = endpointOf(target);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      timeout: timeoutMs,
      ...(isIP(host) === 0 && { servername: host }),
      secureContext: authorities(target.caFile),
      // It is only looked at here; nothing is sent.
      rejectUnauthorized: false,
    });
    const fail = (reason: string) => {
      socket.destroy();
      reject(new UserError('certificate', `no TLS at ${host}, port ${port}: ${reason}`));
    };
    signal.addEventListener('abort', () => fail('ended'), { once: true });
    socket.once('timeout', () => fail(`${timeoutMs / 1000} s of silence`));
    socket.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
    socket.once('secureConnect', () => {
      resolve(describe(socket));
      socket.destroy();
    });
  });
}

function describe(socket: TLSSocket): Certificate {
  const { valid_to, fingerprint256 } = socket.getPeerCertificate();
  return {
    fault: socket.authorized ? undefined : String(socket.authorizationError),
    fingerprint: `SHA256:${fingerprint256}`,
    days: Math.floor((Date.parse(valid_to) - Date.now()) / DAY_MS),
  };
}
