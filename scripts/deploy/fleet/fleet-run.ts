import { setTimeout as wait } from 'node:timers/promises';
import type { DeployReport } from '../deploy-report.ts';
import type { DeployTarget } from '../target.ts';
import { deviceError, failedReport, isPassing } from './device-error.ts';
import type { FleetEvent } from './fleet-event.ts';
import type { FleetOptions } from './fleet-options.ts';
import { type DeviceEntry, type DeviceError, describeTarget } from './fleet-report.ts';
import { Slots } from './slots.ts';

const CONCURRENCY = 100;
const RETRIES = 4;
/** 2, 4, 8, 16 s, each up to a half longer, so that devices that fell together do not come back together. */
const defaultBackoff = (retry: number) => 1000 * 2 ** Math.min(retry, 5) * (1 + Math.random() / 2);

/** What the devices of one run share: the places, the failures so far, and whether to go on at all. */
export class FleetRun {
  readonly #options: FleetOptions;
  readonly #slots: Slots;
  /** Ends waits before a retry. */
  readonly #stopping = new AbortController();
  #stopReason = '';
  #failures = 0;

  constructor(options: FleetOptions) {
    this.#options = options;
    this.#slots = new Slots(options.concurrency ?? CONCURRENCY);
    const { signal } = options;
    if (signal?.aborted) this.stop('interrupted');
    signal?.addEventListener('abort', () => this.stop('interrupted'), { once: true });
  }

  /** From now on no device is tried, and none again. The first reason stays. */
  stop(reason: string): void {
    if (this.#isStopped) return;
    this.#stopReason = reason;
    this.#stopping.abort();
  }

  /** One device to its end; never rejects. */
  async one(target: DeployTarget): Promise<DeviceEntry> {
    const { backoffMs = defaultBackoff } = this.#options;
    const progress: Progress = { startedAt: 0, attempts: 0, error: undefined, report: undefined };
    for (;;) {
      const entry = await this.#slots.run(() => this.#turn(target, progress));
      if (entry) return entry;
      const { attempts, error } = progress;
      const waitMs = backoffMs(attempts);
      if (error) this.#tell({ kind: 'retry', target, error, waitMs });
      await wait(waitMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  /** One attempt. `undefined`: try again later. Decided while the place is held, so that a stop is in time. */
  async #turn(target: DeployTarget, progress: Progress): Promise<DeviceEntry | undefined> {
    if (this.#isStopped) return this.#end(target, progress);
    if (progress.attempts === 0) progress.startedAt = performance.now();
    progress.attempts += 1;
    try {
      return this.#end(target, progress, await this.#attempt(target));
    } catch (thrown) {
      const error = deviceError(thrown);
      progress.error = error;
      progress.report = failedReport(thrown);
      const { retries = RETRIES } = this.#options;
      const isOver = progress.attempts > retries || this.#isStopped || !isPassing(error);
      return isOver ? this.#end(target, progress) : undefined;
    }
  }

  async #attempt(target: DeployTarget): Promise<DeployReport> {
    this.#tell({ kind: 'start', target });
    const { bundlesFor, deployOne, signal } = this.#options;
    const say = (line: string) => this.#tell({ kind: 'line', target, line });
    return deployOne({ target, bundles: await bundlesFor(target), say, signal });
  }

  #end(target: DeployTarget, progress: Progress, report?: DeployReport): DeviceEntry {
    const { startedAt, attempts } = progress;
    const seconds = attempts === 0 ? 0 : (performance.now() - startedAt) / 1000;
    const base = { saves: 0, restarts: 0, ...(report ?? this.#withoutSuccess(progress)) };
    const entry = { ...base, ...describeTarget(target), attempts, seconds };
    if (entry.outcome === 'failed') this.#countFailure();
    this.#tell({ kind: 'end', target, entry });
    return entry;
  }

  #withoutSuccess({ error, report }: Progress): Partial<DeviceEntry> & Pick<DeviceEntry, 'outcome'> {
    if (!error) return { outcome: 'not-tried', reason: this.#stopReason };
    return { ...report, outcome: this.#options.signal?.aborted ? 'interrupted' : 'failed', error };
  }

  #countFailure(): void {
    this.#failures += 1;
    const { stopAfter = Number.POSITIVE_INFINITY } = this.#options;
    if (this.#failures >= stopAfter) this.stop(`stopped after ${this.#failures} failed`);
  }

  get #isStopped(): boolean {
    return this.#stopReason !== '';
  }

  #tell(event: FleetEvent): void {
    this.#options.onProgress?.(event);
  }
}

/** How far one device is. */
interface Progress {
  /** Of the first attempt. */
  startedAt: number;
  attempts: number;
  /** Of the last attempt. */
  error: DeviceError | undefined;
  report: DeployReport | undefined;
}
