import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';

export interface ReplayGuardOptions {
  /** How far from now a message's own time may be, to either side. */
  readonly freshnessSeconds: number;
  /** Messages that are remembered at once; more in that time are refused, since their replay could not be. */
  readonly capacity?: number;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Two cores at 4096 bits take 150,000 messages in five minutes; this is room for three times that, in some 60 MB. */
const DEFAULT_CAPACITY = 500_000;

/** Takes each message once, and only while it is fresh. It is asked only about messages that proved genuine. */
export class ReplayGuard {
  /** Digest of the message → Unix milliseconds after which it would be stale anyway, in order of arrival. */
  private readonly seen = new Map<string, number>();

  constructor(private readonly options: ReplayGuardOptions) {}

  /**
   * @param time when the message was sealed, Unix seconds
   * @throws Refusal `stale`, `replayed`, or `busy` when it can remember no more
   */
  admit(message: string, time: number): void {
    const { freshnessSeconds, capacity = DEFAULT_CAPACITY } = this.options;
    const now = this.options.now();
    // Fernet keeps whole seconds: a message sealed within this second is not from the past.
    const age = Math.floor(now / 1000) - time;
    if (Math.abs(age) > freshnessSeconds) throw new Refusal('stale');
    this.forget(now);
    const digest = createHash('sha256').update(message).digest('base64');
    if (this.seen.has(digest)) throw new Refusal('replayed');
    if (this.seen.size >= capacity) throw new Refusal('busy', { retryAfter: freshnessSeconds });
    this.seen.set(digest, (time + freshnessSeconds + 1) * 1000);
  }

  /** How many messages are remembered. */
  get size(): number {
    return this.seen.size;
  }

  /** Drops from the oldest on what is stale by now; one sealed in the future keeps those behind it a little longer. */
  private forget(now: number): void {
    for (const [digest, staleAt] of this.seen) {
      if (staleAt > now) return;
      this.seen.delete(digest);
    }
  }
}
