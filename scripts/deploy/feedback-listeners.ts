/** Who hears of which part of the feedback. jsxapi's own registry ends the process when a device refuses one. */
export class FeedbackListeners {
  readonly #listeners: { readonly path: readonly string[]; readonly listener: (value: unknown) => void }[] =
    [];

  /** `path` as `Event Macros Log`. */
  add(path: string, listener: (value: unknown) => void): void {
    this.#listeners.push({ path: path.split(' '), listener });
  }

  /** Takes a rooted update: `{Event: {Macros: {Log: {…}}}}`. */
  tell(update: unknown): void {
    for (const { path, listener } of this.#listeners) {
      const value = path.reduce(childOf, update);
      if (value !== undefined) listener(value);
    }
  }
}

const childOf = (tree: unknown, name: string): unknown =>
  typeof tree === 'object' && tree !== null ? (tree as Record<string, unknown>)[name] : undefined;
