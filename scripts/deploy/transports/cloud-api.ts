import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectionError } from '../connection-error.ts';
import type { ConnectOptions } from '../device-connection.ts';
import { socketError } from '../socket-error.ts';
import type { DeployTarget } from '../target.ts';
import { cloudError } from './cloud-error.ts';

export interface CloudRequest {
  /** As a person would name it: `Macros Macro Save`. */
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Such as `/v1/devices?displayName=room1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly contentType?: string;
  /** In place of what holds for every request. */
  readonly timeoutMs?: number;
}

export interface CloudAnswer {
  readonly status: number;
  readonly body: unknown;
  /** How long Webex would have us wait before the next request. */
  readonly retryAfterMs: number | undefined;
}

/** 429 Too Many Requests and 423 Locked say when to come again. */
const WAIT_STATUSES: ReadonlySet<number> = new Set([423, 429]);

/** Longest, and most often, that Webex may have us wait for one request. */
const WAIT_MAX_MS = 60_000;
const WAITS_MAX = 10;
/** Answers that may be empty: accepted, and no content. */
const EMPTY_STATUSES: ReadonlySet<number> = new Set([202, 204]);

/** One client of the REST API: the token goes with each request, and each ends by itself or with the connection. */
export class CloudApi {
  constructor(
    private readonly target: DeployTarget,
    private readonly api: string,
    private readonly options: ConnectOptions,
    private readonly closing: AbortSignal,
  ) {}

  /** Waits as long as Webex asks for. @throws ConnectionError, CommandRefused */
  async request(request: CloudRequest): Promise<CloudAnswer> {
    let waitedMs = 0;
    for (let waits = 1; ; waits += 1) {
      const answer = await this.#exchange(request);
      const { status, body, retryAfterMs = 1000 } = answer;
      if (status < 400 && (body !== undefined || EMPTY_STATUSES.has(status))) return answer;
      if (status < 400) throw this.#stranger();
      waitedMs += retryAfterMs;
      if (!WAIT_STATUSES.has(status) || waitedMs > WAIT_MAX_MS || waits > WAITS_MAX) {
        throw cloudError(this.target, request.what, { status, message: messageIn(body) });
      }
      this.say(`Webex has too much to do: waiting ${retryAfterMs / 1000} s`);
      await this.wait(retryAfterMs);
    }
  }

  say(text: string): void {
    this.options.say?.(`${this.target.label}  ${text}`);
  }

  /** @throws ConnectionError when the connection ends meanwhile */
  async wait(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.closing }).catch(() => this.closing.throwIfAborted());
  }

  #stranger(): ConnectionError {
    const { label } = this.target;
    return new ConnectionError(
      'unreachable',
      `${label}: what answers at ${this.api} is not the Webex REST API.`,
    );
  }

  async #exchange({ what, method, path, body, contentType = 'application/json', ...given }: CloudRequest) {
    const { timeoutMs = this.options.requestTimeoutMs ?? 30_000 } = given;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${this.api}${path}`, {
        method,
        // A redirect would carry the token to somewhere else.
        redirect: 'error',
        headers: {
          authorization: `Bearer ${this.target.token ?? ''}`,
          ...(body !== undefined && { 'content-type': contentType }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.any([this.closing, timeout]),
      });
      const text = await response.text();
      return { status: response.status, body: parse(text), retryAfterMs: retryAfter(response) };
    } catch (error) {
      this.closing.throwIfAborted();
      if (!timeout.aborted) throw lineError(this.target, error);
      const seconds = timeoutMs / 1000;
      throw new ConnectionError(
        'timed-out',
        `${this.target.label}: no answer to ${what} within ${seconds} s.`,
        1,
      );
    }
  }
}

/** Whole seconds; the other form, a date, is not used here. */
function retryAfter({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : undefined;
}

/** Every answer is an object; what is none says nothing. */
function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What becomes of a connection that was there, by undici's names and Node's. */
const LOST: ReadonlySet<unknown> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** fetch says "fetch failed", and the reason in `cause`. */
function lineError(target: DeployTarget, error: unknown): ConnectionError {
  const cause =
    error instanceof Error && error.cause instanceof Error ? error.cause : new Error(String(error));
  if ('code' in cause && LOST.has(cause.code)) {
    return new ConnectionError('closed', `${target.label}: the connection to Webex was lost.`, 1);
  }
  const { code, message } = socketError(target, cause);
  return new ConnectionError(code, message, 1);
}

function messageIn(body: unknown): string {
  const { message } = Object(body) as { message?: unknown };
  return typeof message === 'string' ? message : 'without a reason';
}
