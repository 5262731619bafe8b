/** The codes of the device's wire (docs/xapi-wire.md); tests match these, not the texts. */
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
