import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type ControlErrorCode =
  | 'bad-request'
  | 'foreign-origin'
  | 'not-found'
  | 'unknown-device'
  | 'unknown-skill'
  | 'too-large'
  | 'xapi'
  | 'not-implemented'
  | 'internal';

/** Why a call of the control interface was refused; the body of the answer is `{error: {code, message}}`. */
export class ControlError extends Error {
  override readonly name = 'ControlError';

  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: ControlErrorCode,
    message: string,
  ) {
    super(message);
  }
}
