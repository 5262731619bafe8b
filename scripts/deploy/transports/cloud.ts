import { attempt } from '../attempt.ts';
import { CommandRefused, ConnectionError } from '../connection-error.ts';
import type { ConnectOptions, DeviceConnection, Feature } from '../device-connection.ts';
import type { DeployTarget } from '../target.ts';
import { type CloudAddress, cloudAddress } from './cloud-address.ts';
import { CloudApi } from './cloud-api.ts';
import { cloudName, configurationIn, deviceIdsIn, resultIn, valueAt } from './cloud-values.ts';

/** Commands that only read may be asked again when Webex accepted them and gave no answer. */
const READS = /(^| )(Get|List|Search|Status|Show)$/i;
/** How long to wait before asking again, where Webex does not say. */
const ASK_AGAIN_MS = 1000;

/**
 * Connects to a device by way of the Webex REST API, by `cloud:DEVICE-ID`: no way to the device itself is needed.
 * The token is the target's. Makes sure that Webex takes it and reaches the device.
 *
 * @throws ConnectionError
 */
export function connectCloud(target: DeployTarget, options: ConnectOptions): Promise<DeviceConnection> {
  return attempt(target, options, async (attempted) => {
    const connection = new CloudConnection(target, cloudAddress(target), options);
    const abort = () => connection.end(attempted.reason);
    attempted.addEventListener('abort', abort);
    if (attempted.aborted) abort();
    try {
      await connection.probe();
    } finally {
      attempted.removeEventListener('abort', abort);
    }
    const { signal } = options;
    const close = () => connection.close();
    signal?.addEventListener('abort', close);
    if (signal?.aborted) close();
    void connection.closed.then(() => signal?.removeEventListener('abort', close));
    return connection;
  });
}

class CloudConnection implements DeviceConnection {
  readonly lacks: ReadonlySet<Feature> = new Set<Feature>(['events', 'logs', 'restart-proof', 'schema']);
  readonly closed: Promise<void>;
  readonly #closing = new AbortController();
  readonly #api: CloudApi;

  constructor(
    readonly target: DeployTarget,
    private readonly address: CloudAddress,
    private readonly options: ConnectOptions,
  ) {
    const { signal } = this.#closing;
    this.#api = new CloudApi(target, address.api, options, signal);
    this.closed = new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
  }

  /** Asks for something that every device has. @throws ConnectionError */
  async probe(): Promise<void> {
    try {
      await this.#status('SystemUnit Uptime', this.options.connectTimeoutMs ?? 10_000);
    } catch (error) {
      if (error instanceof CommandRefused) throw await this.#unknownDevice(error);
      // Nothing was tried yet, which is what the exit code says.
      throw error instanceof ConnectionError ? new ConnectionError(error.code, error.message) : error;
    }
  }

  async command(path: string, params: object = {}, body?: string): Promise<unknown> {
    if (/^HttpClient /i.test(path)) throw this.#lacking('the HTTP client');
    if (/^Macros Log /i.test(path)) throw this.#lacking('macro logs');
    const { deviceId } = this.address;
    const send = () =>
      this.#api.request({
        what: path,
        method: 'POST',
        path: `/v1/xapi/command/${encodeURIComponent(cloudName(path))}`,
        body: { deviceId, arguments: params, ...(body !== undefined && { body }) },
      });
    const { requestTimeoutMs = 30_000 } = this.options;
    const deadline = performance.now() + requestTimeoutMs;
    for (;;) {
      const { status, body: answer, retryAfterMs = ASK_AGAIN_MS } = await send();
      if (status !== 202) return { status: 'OK', ...resultIn(answer) };
      if (!READS.test(path)) return this.#accepted(path);
      if (performance.now() + retryAfterMs > deadline) throw this.#unanswered(path);
      await this.#api.wait(retryAfterMs);
    }
  }

  async get(path: string): Promise<unknown> {
    const [root = '', ...segments] = path.split(' ');
    const below = segments.join(' ');
    const value = /^Config/i.test(root) ? await this.#configuration(below) : await this.#status(below);
    if (value === undefined) throw new CommandRefused(this.target.label, path, 'it has no value');
    return value;
  }

  async set(path: string, value: string | number): Promise<void> {
    const key = cloudName(path.replace(/^Config\w* /i, ''));
    await this.#api.request({
      what: path,
      method: 'PATCH',
      path: `/v1/deviceConfigurations?${this.#query({})}`,
      contentType: 'application/json-patch+json',
      body: [{ op: 'replace', path: `${key}/sources/configured/value`, value }],
    });
  }

  subscribe(): Promise<void> {
    return Promise.reject(this.#lacking('events'));
  }

  schema(): Promise<unknown> {
    return Promise.reject(this.#lacking('schema'));
  }

  close(): void {
    this.end(new ConnectionError('closed', `${this.target.label}: the connection is closed.`, 1));
  }

  /** Everything that waits, and all that comes later, ends with the reason; the first one holds. */
  end(reason: unknown): void {
    this.#closing.abort(reason);
  }

  async #status(below: string, timeoutMs?: number): Promise<unknown> {
    const path = `/v1/xapi/status?${this.#query({ name: cloudName(below) })}`;
    const what = `Status ${below}`;
    const { body } = await this.#api.request({ what, method: 'GET', path, ...(timeoutMs && { timeoutMs }) });
    return valueAt(resultIn(body), below);
  }

  async #configuration(below: string): Promise<unknown> {
    const key = cloudName(below);
    const path = `/v1/deviceConfigurations?${this.#query({ key })}`;
    const { body } = await this.#api.request({ what: `Configuration ${below}`, method: 'GET', path });
    return configurationIn(body, key);
  }

  #query(parameters: Record<string, string>): URLSearchParams {
    return new URLSearchParams({ deviceId: this.address.deviceId, ...parameters });
  }

  #accepted(path: string): { status: string } {
    this.#api.say(`${path}: accepted, but Webex does not say when it is done`);
    return { status: 'Accepted' };
  }

  #unanswered(path: string): ConnectionError {
    return new ConnectionError(
      'timed-out',
      `${this.target.label}: Webex accepted ${path}, and gave no answer.`,
      1,
    );
  }

  #lacking(what: string): ConnectionError {
    return new ConnectionError(
      'not-supported',
      `${this.target.label}: by way of the Webex REST API there is no ${what}. Reach the device itself, by wss:// or ssh://.`,
      1,
    );
  }

  /** Whoever took the name for the id hears the id. */
  async #unknownDevice({ message }: CommandRefused): Promise<ConnectionError> {
    const { label } = this.target;
    const { deviceId } = this.address;
    const query = new URLSearchParams({ displayName: deviceId });
    const found = await this.#api
      .request({ what: 'the list of devices', method: 'GET', path: `/v1/devices?${query}` })
      .then(({ body }) => deviceIdsIn(body, deviceId))
      .catch(() => []);
    const hint = found.map((id) => ` ${deviceId} is a name; write its address as cloud:${id}`).join('');
    return new ConnectionError('unreachable', `${label}: Webex knows no such device (${message}).${hint}`);
  }
}
