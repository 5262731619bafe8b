let last: Promise<unknown> = Promise.resolve();

/** Runs tasks one after another: those that read a value and write back a changed one must not overlap. */
export function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  const result = last.then(task);
  last = result.catch(() => undefined);
  return result;
}
