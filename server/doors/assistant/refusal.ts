/** Every way in which this door says no: the status, and what it says when there is nothing more to say. */
const REFUSALS = {
  'unknown-skill': { status: 404, message: 'There is no such skill here.' },
  'too-many-requests': { status: 429, message: 'Too many requests from this address.' },
  busy: { status: 503, message: 'The server is busy.' },
  'no-keys': { status: 503, message: 'This skill has no keys yet.' },
  'too-large': { status: 413, message: 'The body is larger than 64 KiB.' },
  'bad-envelope': { status: 400, message: 'Expected JSON with the texts "signature" and "message".' },
  'bad-signature': { status: 401, message: 'The signature does not fit the message.' },
  unreadable: { status: 400, message: 'The message cannot be decrypted.' },
  stale: { status: 401, message: 'The message is too old, or from the future. Is the clock right?' },
  replayed: { status: 401, message: 'This message was taken before.' },
  'bad-request': { status: 400, message: 'The request is not of the agreed shape.' },
  internal: { status: 500, message: 'The skill could not answer.' },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export interface RefusalDetails {
  /** What is wrong, for the sender's developer: never a secret, never what was said. */
  readonly message?: string;
  /** Whole seconds, for `Retry-After`. */
  readonly retryAfter?: number;
}

/** A request that gets no turn. Its message goes to the other side. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: (typeof REFUSALS)[RefusalCode]['status'];
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: RefusalCode,
    details: RefusalDetails = {},
  ) {
    super(details.message ?? REFUSALS[code].message);
    this.status = REFUSALS[code].status;
    this.retryAfter = details.retryAfter;
  }

  /** The body of the answer. */
  toJSON(): { error: { code: RefusalCode; message: string } } {
    return { error: { code: this.code, message: this.message } };
  }
}
