/** A timer that has been set; opaque to whoever set it. */
export type Timer = number;

/**
 * The device's time: macros, alerts and the Assistant's bubble all live on it. It follows real time until the
 * first `advance`; from then on it moves only by `advance`, so tests decide when what happens.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  after(ms: number, run: () => void): Timer;
  every(ms: number, run: () => void): Timer;
  cancel(timer: Timer): void;
  /** Runs what falls due within `ms`, in order, letting the device settle after each; ends at now + `ms`. */
  advance(ms: number): Promise<void>;
  /** Drops all timers. */
  close(): void;
}
