import { WebSocket } from 'ws';
import { ConnectionError } from './connection-error.ts';
import { socketError } from './socket-error.ts';
import type { DeployTarget } from './target.ts';
import { upgradeError } from './upgrade-error.ts';

/**
 * Begins a WebSocket to a device: TLS verified unless the target says otherwise, credentials in the subprotocol.
 * jsxapi's own would verify nothing and wait for ever. `opened` settles within `timeoutMs`.
 */
export function openSocket(
  target: DeployTarget,
  timeoutMs: number,
): { socket: WebSocket; opened: Promise<void> } {
  const socket = new WebSocket(socketUrl(target), [authProtocol(target)], {
    rejectUnauthorized: !target.insecure,
    maxPayload: 16 * 1024 * 1024,
  });
  return { socket, opened: whenOpen(socket, target, timeoutMs) };
}

function socketUrl({ label, address, insecure }: DeployTarget): URL {
  if (!URL.canParse(address)) throw new ConnectionError('unreachable', `${label}: ${address} is no address.`);
  const url = new URL('/ws', address);
  if (url.protocol === 'wss:' || insecure || isLoopback(url.hostname)) return url;
  throw new ConnectionError(
    'https-only',
    `${label}: over ws:// the password would travel in the clear. Write its address as wss://${url.host}`,
  );
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

const authProtocol = ({ username, password }: DeployTarget) =>
  `auth-${Buffer.from(`${username}:${password}`).toString('base64url')}`;

function whenOpen(socket: WebSocket, target: DeployTarget, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: ConnectionError) => {
      clearTimeout(timer);
      reject(error);
      socket.terminate();
    };
    const timer = setTimeout(() => {
      const seconds = timeoutMs / 1000;
      fail(
        new ConnectionError(
          'timed-out',
          `${target.label} at ${target.address} did not answer within ${seconds} s.`,
        ),
      );
    }, timeoutMs);
    socket.once('open', () => {
      clearTimeout(timer);
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
