import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { startServer } from '../start-server.ts';
import { type CloudOptions, cloudApi } from './cloud-api.ts';
import { CloudFaults } from './cloud-faults.ts';

export interface ListenCloudOptions extends CloudOptions {
  /** 0, which is the default, for any free one. */
  readonly port?: number;
  readonly faults?: CloudFaults;
}

export interface CloudListener {
  /** What stands in the place of `https://webexapis.com`: `http://127.0.0.1:51234`. */
  readonly address: string;
  readonly faults: CloudFaults;
  /** Ends every connection, and listens no more. */
  close(): Promise<void>;
}

/** Serves the Webex REST API's part for devices, on loopback. @throws Error when the port is taken */
export async function listenCloud(options: ListenCloudOptions): Promise<CloudListener> {
  const { port = 0, faults = new CloudFaults() } = options;
  const server = createServer(getRequestListener(cloudApi(options, faults).fetch));
  server.on('connection', (socket) => {
    if (faults.refuseConnections) socket.destroy();
  });
  const off = faults.onDrop(() => server.closeAllConnections());
  const actualPort = await startServer(server, '127.0.0.1', port);
  return {
    address: `http://127.0.0.1:${actualPort}`,
    faults,
    close() {
      off();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
