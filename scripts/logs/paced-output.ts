import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes no faster than the reader reads, so that nothing piles up; a reader that goes away ends the writing. */
export class PacedOutput {
  readonly #gone = new AbortController();
  #drained: Promise<unknown> | undefined;

  constructor(private readonly out: Writable) {
    // As `… | head` does: it has seen enough, which is no fault.
    out.on('error', this.#leave);
  }

  /** Aborted when nobody reads any more. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Resolves when more may be written, or the signal aborts. */
  async write(text: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.out.write(text)) return;
    this.#drained ??= once(this.out, 'drain', { signal })
      .catch(() => undefined)
      .finally(() => {
        this.#drained = undefined;
      });
    await this.#drained;
  }

  end(): void {
    this.out.off('error', this.#leave);
  }

  readonly #leave = () => this.#gone.abort();
}
