/** Longest payload that is read, in UTF-16 units: a macro that parses for long is stopped by the device. */
const PAYLOAD_MAX = 65_536;

export type ParsedPayload =
  | { readonly payload: Readonly<Record<string, unknown>> }
  | { readonly problem: string };

/** The object in a notification's `Payload`. None at all is an empty object: the field is optional. */
export function parsePayload(text: unknown): ParsedPayload {
  if (text === undefined || text === '') return { payload: {} };
  if (typeof text !== 'string') return { problem: 'its payload is no text' };
  if (text.length > PAYLOAD_MAX) return { problem: `its payload has more than ${PAYLOAD_MAX} characters` };
  const value = parseJson(text);
  if (value === undefined) return { problem: 'its payload is not JSON' };
  return isObject(value) ? { payload: value } : { problem: 'its payload is no object' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
