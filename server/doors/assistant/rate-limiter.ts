export interface RateLimiterOptions {
  /** Requests per second that one client may send for long; 0 sets no limit. */
  readonly perSecond: number;
  /** Requests that it may send at once after a rest; twice the rate when absent. */
  readonly burst?: number;
  /** Clients that are remembered; the one unseen for longest is forgotten first. */
  readonly clients?: number;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

const DEFAULT_CLIENTS = 10_000;

/** A token bucket for each client. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();
  private readonly burst: number;

  constructor(private readonly options: RateLimiterOptions) {
    this.burst = options.burst ?? Math.max(1, options.perSecond * 2);
  }

  /** Takes one request of the client. Answers 0, or the seconds after which the next may come. */
  take(client: string): number {
    const { perSecond } = this.options;
    if (perSecond === 0) return 0;
    const now = this.options.now();
    const bucket = this.buckets.get(client) ?? { tokens: this.burst, filledAt: now };
    // A clock that was put back must not take tokens away.
    const seconds = Math.max(0, now - bucket.filledAt) / 1000;
    bucket.tokens = Math.min(this.burst, bucket.tokens + seconds * perSecond);
    bucket.filledAt = now;
    this.keep(client, bucket);
    if (bucket.tokens < 1) return (1 - bucket.tokens) / perSecond;
    bucket.tokens -= 1;
    return 0;
  }

  /** Moves the client to the end of the map, which makes the first one that which was unseen for longest. */
  private keep(client: string, bucket: Bucket): void {
    this.buckets.delete(client);
    this.buckets.set(client, bucket);
    if (this.buckets.size <= (this.options.clients ?? DEFAULT_CLIENTS)) return;
    for (const oldest of this.buckets.keys()) {
      this.buckets.delete(oldest);
      return;
    }
  }
}
