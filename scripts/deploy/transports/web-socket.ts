import type { WebSocket } from 'ws';
import { attempt } from '../attempt.ts';
import type { ConnectOptions, DeviceConnection } from '../device-connection.ts';
import { WSBackend } from '../jsxapi.ts';
import { keepAlive } from '../keep-alive.ts';
import { openSocket, socketUrl } from '../open-socket.ts';
import { openTls } from '../open-tls.ts';
import type { DeployTarget } from '../target.ts';
import { type Link, XapiConnection } from './xapi-connection.ts';

/** Connects to the device's own WebSocket. @throws ConnectionError */
export function connectWebSocket(target: DeployTarget, options: ConnectOptions): Promise<DeviceConnection> {
  const { requestTimeoutMs = 30_000, keepaliveMs = 20_000, signal, say } = options;
  return attempt(target, options, async (attempted) => {
    const url = socketUrl(target);
    const tls = url.protocol === 'wss:' ? await openTls(target, url, attempted, say) : undefined;
    const { socket, opened } = openSocket(target, url, tls, attempted);
    const connection = new XapiConnection(target, linkOf(socket), requestTimeoutMs);
    guardMessages(socket, () =>
      connection.end('closed', 'sent what is no answer, so the connection was ended.'),
    );
    await opened;
    keepAlive(socket, keepaliveMs, () => connection.end('timed-out', 'has stopped answering.'));
    const abort = () => socket.terminate();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    void connection.closed.then(() => signal?.removeEventListener('abort', abort));
    return connection;
  });
}

function linkOf(socket: WebSocket): Link {
  return {
    backend: new WSBackend(socket),
    closed: new Promise((resolve) => socket.once('close', resolve)),
    close: () => socket.close(),
    cut: () => socket.terminate(),
  };
}

/** jsxapi parses and looks up what arrives without a net: bad data must end this connection, not the process. */
function guardMessages(socket: WebSocket, onGarbage: () => void): void {
  const deliver = socket.onmessage;
  socket.onmessage = (event) => {
    try {
      deliver?.(event);
    } catch {
      onGarbage();
    }
  };
}
