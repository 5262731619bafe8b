/** Tasks run in a row before the event loop gets its turn: macros may set each other off without end. */
const IN_A_ROW = 1_000;

/**
 * Runs tasks one after another, never inside the call that brings them: an update that a macro's own command
 * causes reaches the macro after its present stretch of code.
 */
export class TaskQueue {
  #tasks: (() => void)[] = [];
  #running = false;

  /** @param track told of each run, so that the device knows when it has come to rest */
  constructor(private readonly track: (work: Promise<void>) => unknown) {}

  post(task: () => void): void {
    this.#tasks.push(task);
    if (this.#running) return;
    this.#running = true;
    this.track(this.#run());
  }

  clear(): void {
    this.#tasks = [];
  }

  async #run(): Promise<void> {
    await undefined;
    for (let count = 1; this.#tasks.length > 0; count += 1) {
      const [task] = this.#tasks.splice(0, 1);
      task?.();
      if (count % IN_A_ROW === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    this.#running = false;
  }
}
