import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type ControlOptions, createControl } from './create-control.ts';

export interface ServedControl {
  /** Such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Ends live streams and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves the control interface and the console on loopback.
 *
 * @param port 0 for any
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export async function serveControl(
  port: number,
  options: Omit<ControlOptions, 'closing'>,
): Promise<ServedControl> {
  const closing = new AbortController();
  const app = createControl({ ...options, closing: closing.signal });
  const server = createServer(getRequestListener(app.fetch));
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      closing.abort();
      return closeServer(server);
    },
  };
}

/** Milliseconds that answers and streams get to end properly. */
const GRACE_MS = 100;

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
  });
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
