/**
 * What the device gives to one macro's context. Only strings, numbers and booleans cross; objects cross as JSON.
 * `Answer` is `{"value": …}` or `{"error": {code, message, data?}}`.
 */
export interface Host {
  /** Name of the macro that the context runs. */
  readonly macro: string;
  /** Whether `require` is there (Configuration `Macros EvaluateTranspiled`). */
  readonly transpiled: boolean;
  /** Device time in milliseconds since 1970. */
  now(): number;
  log(level: string, message: string): void;
  /** An exception or rejection that nobody caught. */
  fault(text: string, stack: string): void;
  /** A promise was rejected: `rest` is to be dispatched when no job is left. */
  unrest(): void;
  setTimer(id: number, ms: number, repeat: boolean): void;
  clearTimer(id: number): void;
  /** `request` is `{path, params?, body?}`; the answer is dispatched later under the same id. */
  command(id: number, request: string): void;
  /** @returns an Answer */
  get(path: string): string;
  /** `value` is JSON. @returns an Answer */
  set(path: string, value: string): string;
  /** @returns an Answer */
  schema(path: string): string;
  /** Updates are dispatched under the id. @returns an Answer */
  subscribe(id: number, path: string): string;
  unsubscribe(id: number): void;
}

/** What the host calls in a context; `json` is an Answer, or the value of an update. */
export interface Guest {
  dispatch(kind: 'answer' | 'update' | 'timer' | 'rest', id: number, json: string): void;
  /** @returns JSON of a `Fault` */
  describe(error: unknown): string;
  /** Reports the promise's rejection unless somebody handles it. */
  guard(promise: Promise<unknown>): void;
}

export interface Fault {
  readonly text: string;
  /** QuickJS's stack, empty when what was thrown is no Error. */
  readonly stack: string;
}
