/** The HTTP status that a rejected `HttpClient` command carries in `data`, as an object or as JSON text. */
export function httpStatus(failure: unknown): number | null {
  if (typeof failure !== 'object' || failure === null || !('data' in failure)) return null;
  const data = typeof failure.data === 'string' ? parse(failure.data) : failure.data;
  if (typeof data !== 'object' || data === null || !('StatusCode' in data)) return null;
  return Number(data.StatusCode) || null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
