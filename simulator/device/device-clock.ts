import type { Clock, Timer } from './clock.ts';

interface Entry {
  readonly timer: Timer;
  due: number;
  /** Milliseconds between runs; of a one-off `undefined`. */
  readonly interval: number | undefined;
  readonly run: () => void;
}

/** The longest delay that Node's own timers take. */
const LONGEST_DELAY = 2 ** 31 - 1;

export interface DeviceClockOptions {
  /** Milliseconds since 1970 at which the clock starts; real time when absent. */
  readonly startAt?: number | undefined;
  /** Awaited after each timer during `advance`. */
  readonly settle: () => Promise<void>;
}

/** @see Clock */
export class DeviceClock implements Clock {
  readonly #entries = new Map<Timer, Entry>();
  readonly #settle: () => Promise<void>;
  readonly #offset: number;
  #stoppedAt: number | undefined;
  #armed: NodeJS.Timeout | undefined;
  #lastTimer = 0;
  #advancing: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: DeviceClockOptions) {
    this.#settle = options.settle;
    this.#offset = options.startAt === undefined ? 0 : options.startAt - Date.now();
  }

  now(): number {
    return this.#stoppedAt ?? Date.now() + this.#offset;
  }

  after(ms: number, run: () => void): Timer {
    return this.#add(ms, undefined, run);
  }

  every(ms: number, run: () => void): Timer {
    const interval = Math.max(1, duration(ms));
    return this.#add(interval, interval, run);
  }

  cancel(timer: Timer): void {
    if (this.#entries.delete(timer)) this.#arm();
  }

  advance(ms: number): Promise<void> {
    const advanced = this.#advancing.then(() => this.#advance(duration(ms)));
    this.#advancing = advanced.catch(() => undefined);
    return advanced;
  }

  close(): void {
    this.#closed = true;
    this.#entries.clear();
    this.#arm();
  }

  async #advance(ms: number): Promise<void> {
    const until = this.now() + ms;
    this.#stoppedAt = this.now();
    this.#arm();
    await this.#settle();
    for (let next = this.#next(); next && next.due <= until; next = this.#next()) {
      this.#stoppedAt = Math.max(this.#stoppedAt, next.due);
      this.#run(next);
      await this.#settle();
    }
    this.#stoppedAt = until;
  }

  #add(ms: number, interval: number | undefined, run: () => void): Timer {
    this.#lastTimer += 1;
    const timer = this.#lastTimer;
    if (this.#closed) return timer;
    this.#entries.set(timer, { timer, due: this.now() + duration(ms), interval, run });
    this.#arm();
    return timer;
  }

  /** The timer that falls due first; of two at the same moment the one that was set first. */
  #next(): Entry | undefined {
    let first: Entry | undefined;
    for (const entry of this.#entries.values()) if (!first || entry.due < first.due) first = entry;
    return first;
  }

  #run(entry: Entry): void {
    this.#entries.delete(entry.timer);
    if (entry.interval !== undefined) {
      // Where the process slept, one run makes up for those that were missed.
      entry.due = Math.max(entry.due + entry.interval, this.now());
      this.#entries.set(entry.timer, entry);
    }
    entry.run();
  }

  /** Sets one timer of Node's for the next of ours, as long as the clock follows real time. */
  #arm(): void {
    clearTimeout(this.#armed);
    this.#armed = undefined;
    const next = this.#stoppedAt === undefined ? this.#next() : undefined;
    if (!next) return;
    const delay = Math.min(LONGEST_DELAY, Math.max(0, next.due - this.now()));
    this.#armed = setTimeout(() => this.#runDue(), delay);
  }

  #runDue(): void {
    const next = this.#next();
    try {
      if (next && next.due <= this.now()) this.#run(next);
    } finally {
      this.#arm();
    }
  }
}

const duration = (ms: number): number => (Number.isFinite(ms) && ms > 0 ? ms : 0);
