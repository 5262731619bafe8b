/** The same function of a text, remembering up to `capacity` results; then it starts afresh. */
export function memoized<Result>(work: (text: string) => Result, capacity: number): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.result;
    const result = work(text);
    if (known.size >= capacity) known.clear();
    known.set(text, { result });
    return result;
  };
}
