import { CommandRefused, ConnectionError } from '../connection-error.ts';
import type { DeviceConnection } from '../device-connection.ts';
import { FeedbackListeners } from '../feedback-listeners.ts';
import { type Backend, XAPI } from '../jsxapi.ts';
import { PendingRequests } from '../pending-requests.ts';
import { requestError } from '../request-error.ts';
import type { DeployTarget } from '../target.ts';

/** What carries jsxapi's messages. */
export interface Link {
  readonly backend: Backend;
  /** Resolves when nothing goes through any more. */
  readonly closed: Promise<unknown>;
  /** Says goodbye. */
  close(): void;
  /** Ends it at once. */
  cut(): void;
}

const GOODBYE_MS = 1000;

/** jsxapi's `XAPI` over a link of ours; what it leaves pending for ever, this ends. */
export class XapiConnection implements DeviceConnection {
  readonly lacks: DeviceConnection['lacks'] = new Set();
  readonly closed: Promise<void>;
  readonly #pending = new PendingRequests();
  readonly #feedback = new FeedbackListeners();
  readonly #xapi: InstanceType<typeof XAPI>;

  constructor(
    readonly target: DeployTarget,
    private readonly link: Link,
    private readonly requestTimeoutMs: number,
  ) {
    this.#xapi = new XAPI(link.backend, { feedbackInterceptor: (update) => this.#feedback.tell(update) });
    // What it says as a bare string, the link's own events say better; unheard it would end the process.
    this.#xapi.on('error', () => undefined);
    this.closed = link.closed.then(() => this.end('closed', 'is gone: the connection was lost.'));
  }

  /** Ends everything; the first reason given is the one that all requests hear. */
  end(code: 'closed' | 'timed-out', reason: string): void {
    this.#pending.endAll(new ConnectionError(code, `${this.target.label} ${reason}`, 1));
    this.link.cut();
  }

  command(path: string, params: object = {}, body?: string): Promise<unknown> {
    const method = `xCommand/${path.replaceAll(' ', '/')}`;
    return this.#request(path, method, body === undefined ? params : { ...params, body });
  }

  async get(path: string): Promise<unknown> {
    const value = await this.#request(path, 'xGet', { Path: segmentsOf(path) });
    // The shell's way of saying that nothing stands there.
    if (value === undefined) throw new CommandRefused(this.target.label, path, 'it has no value');
    return value;
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
    this.link.close();
    // A device that does not say goodbye would keep the process waiting.
    setTimeout(() => this.link.cut(), GOODBYE_MS).unref();
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
