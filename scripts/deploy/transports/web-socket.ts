import type { WebSocket } from 'ws';
import { attempt } from '../attempt.ts';
import { ConnectionError } from '../connection-error.ts';
import type { ConnectOptions, DeviceConnection } from '../device-connection.ts';
import { FeedbackListeners } from '../feedback-listeners.ts';
import { WSBackend, XAPI } from '../jsxapi.ts';
import { keepAlive } from '../keep-alive.ts';
import { openSocket, socketUrl } from '../open-socket.ts';
import { openTls } from '../open-tls.ts';
import { PendingRequests } from '../pending-requests.ts';
import { requestError } from '../request-error.ts';
import type { DeployTarget } from '../target.ts';

const GOODBYE_MS = 1000;

/** Connects to the device's own WebSocket. @throws ConnectionError */
export function connectWebSocket(target: DeployTarget, options: ConnectOptions): Promise<DeviceConnection> {
  const { requestTimeoutMs = 30_000, keepaliveMs = 20_000, signal, say } = options;
  return attempt(target, options, async (attempted) => {
    const url = socketUrl(target);
    const tls = url.protocol === 'wss:' ? await openTls(target, url, attempted, say) : undefined;
    const { socket, opened } = openSocket(target, url, tls, attempted);
    const connection = new WebSocketConnection(target, socket, requestTimeoutMs);
    await opened;
    connection.keepAlive(keepaliveMs);
    const abort = () => socket.terminate();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    void connection.closed.then(() => signal?.removeEventListener('abort', abort));
    return connection;
  });
}

/** jsxapi's `XAPI` over a socket of ours; what it leaves pending for ever, this ends. */
class WebSocketConnection implements DeviceConnection {
  readonly lacks: DeviceConnection['lacks'] = new Set();
  readonly closed: Promise<void>;
  readonly #pending = new PendingRequests();
  readonly #feedback = new FeedbackListeners();
  readonly #xapi: InstanceType<typeof XAPI>;

  constructor(
    readonly target: DeployTarget,
    private readonly socket: WebSocket,
    private readonly requestTimeoutMs: number,
  ) {
    this.#xapi = new XAPI(new WSBackend(socket), {
      feedbackInterceptor: (update) => this.#feedback.tell(update),
    });
    // What it says as a bare string, the socket's own events say better; unheard it would end the process.
    this.#xapi.on('error', () => undefined);
    guardMessages(socket, () => this.#end('closed', 'sent what is no answer, so the connection was ended.'));
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#end('closed', 'is gone: the connection was lost.');
        resolve();
      });
    });
  }

  /** From now on the device must show every so often that it is still there. */
  keepAlive(everyMs: number): void {
    keepAlive(this.socket, everyMs, () => this.#end('timed-out', 'has stopped answering.'));
  }

  command(path: string, params: object = {}, body?: string): Promise<unknown> {
    const method = `xCommand/${path.replaceAll(' ', '/')}`;
    return this.#request(path, method, body === undefined ? params : { ...params, body });
  }

  get(path: string): Promise<unknown> {
    return this.#request(path, 'xGet', { Path: segmentsOf(path) });
  }

  async set(path: string, value: string | number): Promise<void> {
    await this.#request(path, 'xSet', { Path: segmentsOf(path), Value: value });
  }

  async subscribe(path: string, listener: (event: unknown) => void): Promise<void> {
    this.#feedback.add(path, listener);
    await this.#request(`feedback of ${path}`, 'xFeedback/Subscribe', { Query: segmentsOf(path) });
  }

  schema(path: string): Promise<unknown> {
    return this.#request(`schema of ${path}`, 'xDoc', { Path: segmentsOf(path), Type: 'Schema' });
  }

  close(): void {
    this.socket.close();
    // A device that does not say goodbye would keep the process waiting.
    setTimeout(() => this.socket.terminate(), GOODBYE_MS).unref();
  }

  /** The first reason given is the one that all requests hear. */
  #end(code: 'closed' | 'timed-out', reason: string): void {
    this.#pending.endAll(new ConnectionError(code, `${this.target.label} ${reason}`, 1));
    this.socket.terminate();
  }

  async #request(what: string, method: string, params: object): Promise<unknown> {
    const { label } = this.target;
    const seconds = this.requestTimeoutMs / 1000;
    const timedOut = () =>
      new ConnectionError('timed-out', `${label}: no answer to ${what} within ${seconds} s.`, 1);
    try {
      const send = () => this.#xapi.execute<unknown>(method, params);
      return await this.#pending.run(send, this.requestTimeoutMs, timedOut);
    } catch (error) {
      throw requestError(label, what, error);
    }
  }
}

/** Indices in a path travel as numbers. */
const segmentsOf = (path: string) =>
  path
    .split(' ')
    .filter(Boolean)
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));

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
