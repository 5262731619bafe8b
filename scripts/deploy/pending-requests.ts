/** Requests that wait for their answer: each ends by its answer, by its own timeout, or with the connection. */
export class PendingRequests {
  readonly #endings = new Set<(error: Error) => void>();
  #over: Error | undefined;

  /** Rejects with what `timedOut` makes when no answer comes in time, or with what `endAll` was given. */
  run<Answer>(request: () => Promise<Answer>, timeoutMs: number, timedOut: () => Error): Promise<Answer> {
    if (this.#over) return Promise.reject(this.#over);
    return new Promise<Answer>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.#endings.delete(fail);
        settle();
      };
      const fail = (error: unknown) => end(() => reject(error));
      const timer = setTimeout(() => fail(timedOut()), timeoutMs);
      this.#endings.add(fail);
      request().then((answer) => end(() => resolve(answer)), fail);
    });
  }

  /** Ends those that wait, and all that come later. */
  endAll(error: Error): void {
    this.#over ??= error;
    for (const fail of [...this.#endings]) fail(this.#over);
  }
}
