/** What went wrong, for a person: the device rejects with `{code, message}`, code of ours with an `Error`. */
export function failureText(failure: unknown): string {
  if (typeof failure === 'object' && failure !== null && 'message' in failure) return String(failure.message);
  return String(failure);
}
