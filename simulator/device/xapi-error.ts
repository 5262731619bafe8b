/** The codes of the device's wire (docs/simulator.md); tests match these, not the texts. */
export const XAPI_ERROR = {
  parse: -32700,
  invalidRequest: -32600,
  noSuchMethod: -32601,
  badParameter: -32602,
  internal: -32603,
  noPermission: -31999,
  tooManySubscribers: -31998,
  notReady: -31997,
  commandFailed: 1,
} as const;

export type XapiErrorCode = (typeof XAPI_ERROR)[keyof typeof XAPI_ERROR];

/** An answer of the device that is an error: it goes over the wire as `{code, message, data?}`. */
export class XapiError extends Error {
  override readonly name = 'XapiError';

  constructor(
    readonly code: XapiErrorCode,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

/** A bug of ours must not take the device down: it becomes an error like any other. */
export function asXapiError(error: unknown): XapiError {
  if (error instanceof XapiError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new XapiError(XAPI_ERROR.internal, `Internal error: ${message}`);
}
