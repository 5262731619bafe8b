import type { WireFaults } from './faults.ts';

/** Sends in order, later by the delay that the faults ask for. */
export class Outbox {
  readonly #delayed: { readonly text: string; readonly due: number }[] = [];

  constructor(
    private readonly write: (text: string) => void,
    private readonly faults: WireFaults,
  ) {}

  send(text: string): void {
    if (this.#delayed.length === 0 && this.faults.delayMs === 0) {
      this.write(text);
      return;
    }
    this.#delayed.push({ text, due: performance.now() + this.faults.delayMs });
    if (this.#delayed.length === 1) this.#waitForNext();
  }

  /** Only the first in the queue has a timer, so that none can overtake another. */
  #waitForNext(): void {
    const [next] = this.#delayed;
    if (!next) return;
    setTimeout(() => {
      this.write(next.text);
      this.#delayed.shift();
      this.#waitForNext();
    }, next.due - performance.now());
  }
}
