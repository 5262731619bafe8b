import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { authorities } from './authorities.ts';
import { checkPin } from './check-pin.ts';
import { ConnectionError } from './connection-error.ts';
import type { ConnectOptions } from './device-connection.ts';
import { socketError } from './socket-error.ts';
import type { DeployTarget } from './target.ts';

/**
 * Opens TLS to a device and makes sure of whom it reached, before anything is sent: verified by authorities, or
 * pinned, or neither where the target is insecure.
 *
 * @throws ConnectionError, and the signal's reason when it is aborted
 */
export function openTls(
  target: DeployTarget,
  url: URL,
  signal: AbortSignal,
  say: ConnectOptions['say'],
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const socket = connect(tlsOptions(target, url));
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', abort);
      socket.destroy();
      reject(
        error instanceof Error && !(error instanceof ConnectionError) ? socketError(target, error) : error,
      );
    };
    const abort = () => fail(signal.reason);
    signal.addEventListener('abort', abort);
    // Stays for the socket's life: an error without a listener would end the process.
    socket.on('error', fail);
    socket.once('secureConnect', () => {
      try {
        verifyPin(target, socket, say);
        signal.removeEventListener('abort', abort);
        resolve(socket);
      } catch (error) {
        fail(error);
      }
    });
  });
}

function tlsOptions({ label, insecure, caFile, knownDevicesFile }: DeployTarget, { hostname, port }: URL) {
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(port) || 443,
    // A name that is an address may not be asked for (RFC 6066).
    ...(isIP(host) === 0 && { servername: host }),
    ALPNProtocols: ['http/1.1'],
    secureContext: trusted(label, caFile),
    rejectUnauthorized: !insecure && knownDevicesFile === undefined,
  };
}

function trusted(label: string, caFile: string | undefined) {
  try {
    return authorities(caFile);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConnectionError('certificate', `${label}: ${caFile} cannot be used as ca: ${reason}`);
  }
}

function verifyPin(target: DeployTarget, socket: TLSSocket, say: ConnectOptions['say']): void {
  const { label, knownDevicesFile, insecure } = target;
  if (knownDevicesFile === undefined || insecure) return;
  const { fingerprint256 } = socket.getPeerCertificate();
  if (!fingerprint256) throw new ConnectionError('certificate', `${label} shows no certificate.`);
  const shown = { what: 'certificate', fingerprint: `SHA256:${fingerprint256}` } as const;
  checkPin(target, knownDevicesFile, shown, say);
}
