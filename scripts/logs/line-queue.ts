/**
 * What comes in faster than it is taken waits here, up to a bound; then the oldest goes. Ends when `end` was
 * called and nothing waits.
 */
export class LineQueue<Item> implements AsyncIterable<Item> {
  #items: Item[] = [];
  #ended = false;
  #wake = () => {};

  constructor(private readonly limit: number) {}

  push(...items: readonly Item[]): void {
    this.#items.push(...items);
    if (this.#items.length > this.limit) this.#items = this.#items.slice(-this.limit);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for (;;) {
      const items = this.#items;
      this.#items = [];
      yield* items;
      if (this.#items.length > 0) continue;
      if (this.#ended) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
