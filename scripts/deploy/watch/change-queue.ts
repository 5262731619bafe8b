/** Saving a file is several events, and saving all open files several files: this long they count as one change. */
const GATHER_MS = 10;

/** Gathers changed files and hands them on, one batch after the other. */
export class ChangeQueue {
  readonly #files = new Set<string>();
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  #isBusy = false;

  /** @param handle gets the files and when the first of them changed, by `performance.now()`; must not reject */
  constructor(private readonly handle: (files: readonly string[], since: number) => Promise<void>) {}

  add(file: string): void {
    if (this.#files.size === 0) this.#since = performance.now();
    this.#files.add(file);
    this.#arm();
  }

  /** Does the work with no batch under way; what changes meanwhile comes after it. */
  async hold(work: () => Promise<void>): Promise<void> {
    this.#isBusy = true;
    await work();
    this.#isBusy = false;
    this.#arm();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#files.clear();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (!this.#isBusy && this.#files.size > 0) this.#timer = setTimeout(() => void this.#run(), GATHER_MS);
  }

  async #run(): Promise<void> {
    const files = [...this.#files];
    this.#files.clear();
    await this.hold(() => this.handle(files, this.#since));
  }
}
