/**
 * A function that starts `run`, or, while one runs, has it run once more afterwards: however often it is called,
 * there is one at a time and the last one sees the newest state. `run` must not reject.
 */
export function againIfAsked(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let asked = false;

  async function loop(): Promise<void> {
    do {
      asked = false;
      await run();
    } while (asked);
    running = undefined;
  }

  return () => {
    asked = true;
    running ??= loop();
    return running;
  };
}
