import { RateLimiter } from './rate-limiter.ts';
import { Refusal } from './refusal.ts';

export interface GateOptions {
  /** Requests per second and client; 0 sets no limit. */
  readonly ratePerSecond: number;
  /** Turns that are worked on at once. */
  readonly turnsInFlight: number;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
}

/** Lets in what the server can carry. It comes before anything that costs time. */
export class Gate {
  private inFlight = 0;
  private readonly limiter: RateLimiter;

  constructor(private readonly options: GateOptions) {
    this.limiter = new RateLimiter({ perSecond: options.ratePerSecond, now: options.now });
  }

  /**
   * Runs the turn, unless its client sends too much or too many turns are under way.
   *
   * @throws Refusal `too-many-requests` or `busy`, both with the seconds to wait
   */
  async pass<Result>(client: string, turn: () => Promise<Result>): Promise<Result> {
    const wait = this.limiter.take(client);
    if (wait > 0) throw new Refusal('too-many-requests', { retryAfter: Math.ceil(wait) });
    if (this.inFlight >= this.options.turnsInFlight) throw new Refusal('busy', { retryAfter: 1 });
    this.inFlight += 1;
    try {
      return await turn();
    } finally {
      this.inFlight -= 1;
    }
  }
}
