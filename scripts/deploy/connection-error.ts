import { UserError } from '#scripts/lib/user-error';

/** Why there is no connection to a device, or none any more, or not for this. */
export type ConnectionErrorCode =
  | 'refused'
  | 'unreachable'
  | 'timed-out'
  | 'bad-credentials'
  | 'https-only'
  | 'rebooting'
  | 'too-many-connections'
  | 'certificate'
  | 'certificate-changed'
  | 'no-permission'
  | 'not-supported'
  | 'closed';

const PASSING: ReadonlySet<ConnectionErrorCode> = new Set([
  'refused',
  'unreachable',
  'timed-out',
  'rebooting',
  'too-many-connections',
  'closed',
]);

/** The device could not be reached, or was lost. Tests and programs match `code`. */
export class ConnectionError extends UserError {
  declare readonly code: ConnectionErrorCode;

  /** `exitCode` 2: nothing was tried. */
  constructor(code: ConnectionErrorCode, message: string, exitCode = 2) {
    super(code, message, exitCode);
  }

  /** May be gone at another try, without anybody mending anything. */
  get isPassing(): boolean {
    return PASSING.has(this.code);
  }
}

/** The device answered a request with an error. */
export class CommandRefused extends UserError {
  constructor(label: string, request: string, reason: string) {
    super('command-refused', `${label}: ${request}: ${reason}`);
  }
}
