import { createServer as createHttpServer, STATUS_CODES } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Device } from '../device/types.ts';
import { refusalOf } from './admit.ts';
import type { Certificate } from './certificate.ts';
import { nextClient } from './client-caller.ts';
import { authProtocol, type Credentials } from './credentials.ts';
import { WireFaults } from './faults.ts';
import { Outbox } from './outbox.ts';
import { Session } from './session.ts';
import { startServer } from './start-server.ts';

export interface ListenOptions extends Credentials {
  /** `127.0.0.1` when absent. */
  readonly host?: string;
  /** 0, which is the default, for any free one. */
  readonly port?: number;
  /** With it the device speaks `wss`, without it `ws`. */
  readonly tls?: Certificate;
  readonly faults?: WireFaults;
  /** Connections at once; 100 when absent. */
  readonly maxConnections?: number;
}

export interface Listener {
  /** What jsxapi's `connect` takes: `ws://127.0.0.1:51234`. */
  readonly address: string;
  readonly faults: WireFaults;
  /** Ends every connection, and listens no more. */
  close(): Promise<void>;
}

/** Bytes that may wait for a client that does not read, before it is cut off. */
const BACKLOG_MAX = 16 * 1024 * 1024;

/** All macros' text, 2 MB, in one message with every character escaped; more is no request. */
const MESSAGE_MAX = 16 * 1024 * 1024;

/**
 * Lets clients reach a device over WebSocket at `/ws`, as jsxapi and pyxows do. Every client is an administrator.
 *
 * Without TLS the device's HTTP is switched on: from the box it takes HTTPS alone, and nobody could come in.
 *
 * @throws Error when the port is taken
 */
export async function listen(device: Device, options: ListenOptions): Promise<Listener> {
  const { host = '127.0.0.1', port = 0, tls, faults = new WireFaults(), maxConnections = 100 } = options;
  if (!tls) device.setConfiguration(['NetworkServices', 'HTTP', 'Mode'], 'HTTP+HTTPS');
  const server = tls ? createHttpsServer({ key: tls.key, cert: tls.cert }) : createHttpServer();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_MAX,
    handleProtocols: (offered) => authProtocol(offered) ?? false,
  });
  const isFull = () => sockets.clients.size >= maxConnections;
  const gate = { device, secure: tls !== undefined, wanted: options, faults, isFull };
  server.on('connection', (socket) => {
    if (faults.refuseConnections) socket.destroy();
  });
  server.on('request', (_request, response) => response.writeHead(404).end());
  /** Those that wait for an answer that is delayed. */
  const entering = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    // A client may be gone at any time; that is no fault of the device.
    socket.on('error', () => socket.destroy());
    entering.add(socket);
    socket.on('close', () => entering.delete(socket));
    later(faults.delayMs, () => {
      if (socket.destroyed) return;
      entering.delete(socket);
      const refused = refusalOf(gate, request);
      if (refused !== undefined) return refuse(socket, refused);
      sockets.handleUpgrade(request, socket, head, (opened) => serve(device, opened, faults));
    });
  });
  const drop = () => {
    for (const client of sockets.clients) client.terminate();
  };
  const offs = [faults.onDrop(drop), device.onRestart(drop)];
  const actualPort = await startServer(server, host, port);
  const close = () => {
    for (const off of offs) off();
    drop();
    for (const socket of entering) socket.destroy();
    return new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
  return { address: `${tls ? 'wss' : 'ws'}://${host}:${actualPort}`, faults, close };
}

/** Letting a client in is an answer, too. */
function later(ms: number, work: () => void): void {
  if (ms === 0) work();
  else setTimeout(work, ms);
}

function serve(device: Device, socket: WebSocket, faults: WireFaults): void {
  const outbox = new Outbox((text) => {
    if (socket.bufferedAmount > BACKLOG_MAX) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(text);
  }, faults);
  const session = new Session(device, nextClient(device), (message) => outbox.send(JSON.stringify(message)));
  socket.on('message', (data) => void session.receive(data.toString()));
  socket.on('close', () => session.close());
  // `ws` closes the connection by itself; without a listener the process would end.
  socket.on('error', () => undefined);
}

function refuse(socket: Duplex, status: number): void {
  const reason = STATUS_CODES[status] ?? '';
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
