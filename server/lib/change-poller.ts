export interface ChangePollerOptions {
  /** A text that differs when there is something new. */
  readonly fingerprint: () => Promise<string>;
  /** Takes in what is new. When it throws, the next change is the next attempt. */
  readonly load: () => Promise<void>;
  /** Told what `load` threw. */
  readonly failed: (error: unknown) => void;
  readonly intervalMs: number;
}

/**
 * Loads again whenever a fingerprint changes. It asks at intervals instead of watching: file watching misses
 * replaced links and network folders, and a few `stat` calls cost nothing.
 */
export class ChangePoller {
  private last = '';
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly options: ChangePollerOptions) {}

  /** Loads for the first time; what that throws is the caller's. */
  static async start(options: ChangePollerOptions): Promise<ChangePoller> {
    const poller = new ChangePoller(options);
    // The fingerprint comes first: what changes while loading is then seen the next time.
    poller.last = await options.fingerprint();
    await options.load();
    poller.timer = setInterval(() => void poller.check(), options.intervalMs).unref();
    return poller;
  }

  /** Looks now; resolves when what is new has been taken in. */
  check(): Promise<void> {
    return this.enqueue(async () => {
      const fingerprint = await this.options.fingerprint();
      if (fingerprint === this.last) return;
      this.last = fingerprint;
      await this.options.load();
    });
  }

  /** Loads now, changed or not. */
  reload(): Promise<void> {
    return this.enqueue(this.options.load);
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** One after the other, so that an older state never overtakes a newer one. */
  private enqueue(step: () => Promise<void>): Promise<void> {
    this.running = this.running.then(step).catch(this.options.failed);
    return this.running;
  }
}
