/**
 * - `bad-configuration`: a setting is missing or wrong; the message lists all of them.
 * - `bad-keys`: a key or secret file cannot be used.
 * - `bad-certificate`: certificate and key for HTTPS cannot be used.
 * - `port-taken`: another process listens there.
 */
export type StartErrorCode = 'bad-configuration' | 'bad-keys' | 'bad-certificate' | 'port-taken';

/** Why the server cannot start, in words for whoever runs it; never a secret. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly code: StartErrorCode,
    message: string,
  ) {
    super(message);
  }
}
