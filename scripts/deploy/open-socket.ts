import type { TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { ConnectionError } from './connection-error.ts';
import { isLoopback } from './is-loopback.ts';
import { socketError } from './socket-error.ts';
import type { DeployTarget } from './target.ts';
import { upgradeError } from './upgrade-error.ts';

/** Where a device takes WebSockets. @throws ConnectionError `unreachable`, `https-only` */
export function socketUrl({ label, address, insecure }: DeployTarget): URL {
  if (!URL.canParse(address)) throw new ConnectionError('unreachable', `${label}: ${address} is no address.`);
  const url = new URL('/ws', address);
  if (url.protocol === 'wss:' || insecure || isLoopback(url.hostname)) return url;
  throw new ConnectionError(
    'https-only',
    `${label}: over ws:// the password would travel in the clear. Write its address as wss://${url.host}`,
  );
}

/**
 * Begins a WebSocket to a device over TLS that is open already, or over a plain connection of its own, with the
 * credentials in the subprotocol. `opened` rejects with the signal's reason when it is aborted.
 */
export function openSocket(
  target: DeployTarget,
  url: URL,
  tls: TLSSocket | undefined,
  signal: AbortSignal,
): { socket: WebSocket; opened: Promise<void> } {
  const socket = new WebSocket(url, [authProtocol(target)], {
    maxPayload: 16 * 1024 * 1024,
    ...(tls && { createConnection: () => tls }),
  });
  return { socket, opened: whenOpen(socket, target, signal) };
}

const authProtocol = ({ username, password }: DeployTarget) =>
  `auth-${Buffer.from(`${username}:${password}`).toString('base64url')}`;

function whenOpen(socket: WebSocket, target: DeployTarget, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', abort);
      reject(error);
      socket.terminate();
    };
    const abort = () => fail(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    socket.once('open', () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    socket.on('unexpected-response', (_request, { statusCode = 0 }) =>
      fail(upgradeError(target, statusCode)),
    );
    // Stays for the socket's life: an error without a listener would end the process.
    socket.on('error', (error) => fail(socketError(target, error)));
    socket.once('close', () =>
      fail(new ConnectionError('closed', `${target.label} closed the connection before it was open.`)),
    );
  });
}
