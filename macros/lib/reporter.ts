import xapi from 'xapi';
import type { AssistantEventPayload } from '#contract/assistant-events';
import type { DeviceReport } from '#contract/room';
import { againIfAsked } from './again-if-asked.ts';
import { failureText } from './failure-text.ts';
import { httpStatus } from './http-status.ts';

/** Where a page's server takes reports, with the token for it. */
export type ReportTarget = NonNullable<AssistantEventPayload<'page-opened'>['report']>;

/** Reports go out without news too: a server that was started again knows nothing. */
const REPEAT_MS = 20_000;
const TIMEOUT_SECONDS = 10;

/**
 * Tells the server of an open page what is new on the device, with one request at a time. It ends by `stop`, or
 * by itself when the server does not accept the token any more.
 */
export class Reporter {
  private readonly post = againIfAsked(() => this.postOnce());
  private readonly repeat = setInterval(() => this.changed(), REPEAT_MS);
  private isStopped = false;
  private hasFailed = false;

  /** `read` gives the state at the moment of sending. */
  constructor(
    private readonly target: ReportTarget,
    private readonly read: () => DeviceReport | Promise<DeviceReport>,
  ) {}

  /** Sends a report, or, while one is under way, one more after it: changes that come together make two at most. */
  changed(): void {
    if (!this.isStopped) this.post();
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.repeat);
  }

  private async postOnce(): Promise<void> {
    try {
      const body = JSON.stringify(await this.read());
      if (this.isStopped) return;
      const { url: Url, token } = this.target;
      const Header = ['Content-Type: application/json', `Authorization: Bearer ${token}`];
      await xapi.Command.HttpClient.Post({ Url, Header, Timeout: TIMEOUT_SECONDS }, body);
      this.hasFailed = false;
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    const status = httpStatus(error);
    if (status === 401 || status === 403) this.stop();
    if (this.isStopped) return;
    // Once is enough: the same failure comes back every twenty seconds.
    if (!this.hasFailed) console.error(this.failureLine(error, status));
    this.hasFailed = true;
  }

  private failureLine(error: unknown, status: number | null): string {
    const reason = status === null ? failureText(error) : `the server answered ${status}`;
    const remedy =
      status === null ? ' If the HTTP client is off, type: xConfiguration HttpClient Mode: On' : '';
    return `The page cannot be kept up to date through ${this.target.url}: ${reason}.${remedy}`;
  }
}
