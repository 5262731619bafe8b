/**
 * The user's mistake, or a state of the world that the user can mend: shown without a stack. The message ends
 * with what to type next where there is such a thing. `code` is for programs (`--json`) and tests.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly code: string,
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}
