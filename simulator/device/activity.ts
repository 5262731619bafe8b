/** What is going on in a device, so that others can wait until it has come to rest. */
export class Activity {
  readonly #running = new Set<Promise<unknown>>();

  track<Result>(work: Promise<Result>): Promise<Result> {
    // The caller handles a failure; here it only counts that the work is over.
    const over = work.then(noop, noop);
    this.#running.add(over);
    void over.then(() => this.#running.delete(over));
    return work;
  }

  /** Resolves when nothing is running, and nothing was started by what just ended. */
  async settled(): Promise<void> {
    await macrotask();
    while (this.#running.size > 0) {
      await Promise.all(this.#running);
      await macrotask();
    }
  }
}

const noop = () => undefined;
/** After it every promise that could go on has gone on. */
const macrotask = () => new Promise<void>((resolve) => setImmediate(resolve));
