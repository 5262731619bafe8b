import { CommandRefused, ConnectionError } from './connection-error.ts';
import { FeedbackListeners } from './feedback-listeners.ts';
import { WSBackend, XAPI } from './jsxapi.ts';
import { openSocket } from './open-socket.ts';
import { PendingRequests } from './pending-requests.ts';
import type { DeployTarget } from './target.ts';

/** An open connection to a device. Everything rejects with `ConnectionError` or `CommandRefused`, and nothing hangs. */
export interface DeviceConnection {
  readonly target: DeployTarget;
  /** `path` as `Macros Macro Save`. */
  command(path: string, params?: object, body?: string): Promise<unknown>;
  /** The value below a path such as `Configuration Macros Mode`. */
  get(path: string): Promise<unknown>;
  /** Calls the listener with every event at a path such as `Event Macros Log`. Resolves when the device has agreed. */
  subscribe(path: string, listener: (event: unknown) => void): Promise<void>;
  close(): void;
}

export interface ConnectOptions {
  readonly connectTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
  /** Ends the connection, and with it all that waits. */
  readonly signal?: AbortSignal | undefined;
}

const GOODBYE_MS = 1000;

/** @throws ConnectionError */
export async function connectDevice(
  target: DeployTarget,
  options: ConnectOptions = {},
): Promise<DeviceConnection> {
  const { connectTimeoutMs = 10_000, requestTimeoutMs = 30_000, signal } = options;
  const { socket, opened } = openSocket(target, connectTimeoutMs);
  const pending = new PendingRequests();
  const feedback = new FeedbackListeners();
  const xapi = new XAPI(new WSBackend(socket), { feedbackInterceptor: (update) => feedback.tell(update) });
  // What it says as a bare string, the socket's own events say better; unheard it would end the process.
  xapi.on('error', () => undefined);
  guardMessages(socket);
  const abort = () => socket.terminate();
  signal?.addEventListener('abort', abort);
  socket.once('close', () => {
    signal?.removeEventListener('abort', abort);
    pending.endAll(new ConnectionError('closed', `${target.label}: the connection was lost.`, 1));
  });
  if (signal?.aborted) abort();
  await opened;

  function request(what: string, method: string, params: object): Promise<unknown> {
    const timedOut = () =>
      new ConnectionError(
        'timed-out',
        `${target.label}: no answer to ${what} within ${requestTimeoutMs / 1000} s.`,
        1,
      );
    return pending
      .run(() => xapi.execute<unknown>(method, params), requestTimeoutMs, timedOut)
      .catch((error) => {
        throw error instanceof Error ? error : new CommandRefused(target.label, what, reasonOf(error));
      });
  }

  return {
    target,
    command: (path, params = {}, body = undefined) =>
      request(
        path,
        `xCommand/${path.replaceAll(' ', '/')}`,
        body === undefined ? params : { ...params, body },
      ),
    get: (path) => request(path, 'xGet', { Path: path.split(' ') }),
    async subscribe(path, listener) {
      feedback.add(path, listener);
      await request(`feedback of ${path}`, 'xFeedback/Subscribe', { Query: path.split(' ') });
    },
    close() {
      socket.close();
      // A device that does not say goodbye would keep the process waiting.
      setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
    },
  };
}

/** jsxapi parses and looks up what arrives without a net: bad data must end this connection, not the process. */
function guardMessages(socket: ReturnType<typeof openSocket>['socket']): void {
  const deliver = socket.onmessage;
  socket.onmessage = (event) => {
    try {
      deliver?.(event);
    } catch {
      socket.terminate();
    }
  };
}

/** jsxapi rejects with the device's `{code, message}`. */
const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
