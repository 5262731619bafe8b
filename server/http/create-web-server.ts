import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { ChangePoller } from '../lib/change-poller.ts';
import { fileFingerprint } from '../lib/file-fingerprint.ts';
import type { Log } from '../log.ts';
import { readTls, type TlsFiles } from './tls-files.ts';

export interface WebServerOptions {
  readonly listener: RequestListener;
  /** Without these it speaks plain HTTP. */
  readonly tls: TlsFiles | undefined;
  readonly log: Log;
  /** How often the certificate is looked at, in milliseconds. */
  readonly intervalMs: number;
}

export interface WebServer {
  readonly server: Server | SecureServer;
  /** Takes the certificate as it is now. */
  reload(): Promise<void>;
  /** Stops looking; the server itself is closed by whoever listens with it. */
  close(): void;
}

/** How long a request may take to arrive, so that a slow sender does not keep a place for long. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1000 };

/**
 * An HTTP or HTTPS server. A renewed certificate is taken for new connections, those that are open go on; one that
 * cannot be used is logged, and the former stays.
 *
 * @throws StartError `bad-certificate`
 */
export async function createWebServer(options: WebServerOptions): Promise<WebServer> {
  const { tls, listener } = options;
  if (tls === undefined) {
    return {
      server: createServer(TIMEOUTS, listener),
      reload: async () => undefined,
      close: () => undefined,
    };
  }
  const server = createSecureServer(TIMEOUTS, listener);
  const poller = await ChangePoller.start({
    fingerprint: () => fileFingerprint([tls.cert, tls.key]),
    load: async () => server.setSecureContext(await readTls(tls)),
    failed: (error) =>
      options.log.error({ err: error }, 'the certificate was not taken; the former stays in use'),
    intervalMs: options.intervalMs,
  });
  return { server, reload: () => poller.reload(), close: () => poller.close() };
}
