import { buildTree, type Leaf } from './build-tree.ts';
import type { Caller, Path, Update } from './types.ts';

export interface Subscription {
  readonly caller: Caller;
  /** With the root. */
  readonly query: Path;
  readonly listener: (update: Update) => void;
}

/**
 * Hands changes to those who asked for them. What a listener itself changes is handed out after the change at
 * hand, so every listener sees all changes in the same order.
 */
export class Feedback {
  readonly #subscriptions = new Set<Subscription>();
  readonly #queue: (() => void)[] = [];
  #delivering = false;

  /** @param onFault told of a listener that threw; the others go on */
  constructor(private readonly onFault: (error: unknown) => void) {}

  add(subscription: Subscription): () => void {
    this.#subscriptions.add(subscription);
    return () => this.#subscriptions.delete(subscription);
  }

  /** Tells each subscriber, in one update, of what concerns it; the leaves' paths have the root. */
  publish(concerning: (subscription: Subscription) => readonly Leaf[]): void {
    for (const subscription of this.#subscriptions) {
      const covered = concerning(subscription);
      if (covered.length > 0) this.#queueFor(subscription, covered);
    }
    this.#drain();
  }

  /** Hands one subscriber what it should know from the start, once its caller has got the subscription. */
  deliverSoon(subscription: Subscription, known: () => readonly Leaf[]): void {
    queueMicrotask(() => {
      const leaves = known();
      if (leaves.length > 0) this.#queueFor(subscription, leaves);
      this.#drain();
    });
  }

  clear(): void {
    this.#subscriptions.clear();
  }

  /** A subscriber that has gone by the time of delivery gets nothing. */
  #queueFor(subscription: Subscription, leaves: readonly Leaf[]): void {
    this.#queue.push(() => {
      if (this.#subscriptions.has(subscription)) subscription.listener(buildTree(leaves));
    });
  }

  #drain(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      try {
        next();
      } catch (error) {
        this.onFault(error);
      }
    }
    this.#delivering = false;
  }
}
