import { createServer, type Socket } from 'node:net';
import type { ServerChannel } from 'ssh2';
import type { Device } from '../../device/types.ts';
import { nextClient } from '../client-caller.ts';
import type { Credentials } from '../credentials.ts';
import { WireFaults } from '../faults.ts';
import type { Listener } from '../listen.ts';
import { Outbox } from '../outbox.ts';
import { startServer } from '../start-server.ts';
import { authenticate } from './authenticate.ts';
import { makeHostKey } from './host-key.ts';
import { ShellInput } from './shell-input.ts';
import { ShellSession } from './shell-session.ts';

export interface ListenSshOptions extends Credentials {
  /** `127.0.0.1` when absent. */
  readonly host?: string;
  /** 0, which is the default, for any free one. */
  readonly port?: number;
  /** PEM text, as `makeHostKey` gives; made afresh when absent. */
  readonly hostKey?: string;
  readonly faults?: WireFaults;
  /** Connections at once; 100 when absent. */
  readonly maxConnections?: number;
}

/**
 * Lets clients reach a device's shell over SSH, as jsxapi does with `ssh://…`. Every client is an administrator.
 * While Configuration `NetworkServices SSH Mode` is Off, connections are cut.
 *
 * @throws Error when the port is taken
 */
export async function listenSsh(device: Device, options: ListenSshOptions): Promise<Listener> {
  const { host = '127.0.0.1', port = 0, faults = new WireFaults(), maxConnections = 100 } = options;
  // Loaded only where a shell is asked for: it takes a while.
  const { default: ssh2 } = await import('ssh2');
  const ssh = new ssh2.Server({ hostKeys: [options.hostKey ?? makeHostKey()] }, (client) => {
    // A client may be gone at any time; that is no fault of the device.
    client.on('error', () => undefined);
    client.on('authentication', (context) => authenticate(context, options, faults));
    client.on('session', (accept) => {
      accept().on('shell', (acceptShell) => serveShell(device, acceptShell(), faults));
    });
  });
  const isOpen = () =>
    !faults.refuseConnections && device.peek(['Configuration', 'NetworkServices', 'SSH', 'Mode']) !== 'Off';
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    if (!isOpen() || sockets.size >= maxConnections) return void socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    ssh.injectSocket(socket);
  });
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  const offs = [faults.onDrop(drop), device.onRestart(drop)];
  const actualPort = await startServer(server, host, port);
  const close = () => {
    for (const off of offs) off();
    drop();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address: `ssh://${host}:${actualPort}`, faults, close };
}

function serveShell(device: Device, channel: ServerChannel, faults: WireFaults): void {
  const outbox = new Outbox((text) => {
    if (channel.writable) channel.write(text);
  }, faults);
  const session = new ShellSession(device, nextClient(device), {
    write: (text) => outbox.send(text),
    end: () => channel.end(),
  });
  const input = new ShellInput();
  channel.on('data', (chunk: Buffer) => {
    try {
      for (const request of input.take(chunk)) void session.receive(request);
    } catch {
      channel.end();
    }
  });
  channel.on('error', () => undefined);
  channel.on('close', () => session.close());
}
