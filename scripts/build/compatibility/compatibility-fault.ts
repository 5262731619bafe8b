import type { XapiUse } from './xapi-use.ts';

/** Something that a macro uses and a device lacks, or of which nobody can tell. */
export interface CompatibilityFault {
  readonly code:
    | 'no-such-path'
    | 'no-such-parameter'
    | 'missing-parameter'
    | 'cannot-be-checked'
    | 'unknown-device';
  /** Absent where nothing of the bundle can be checked: `unknown-device`. */
  readonly use?: XapiUse;
  /** Both sides and the place; one line. */
  readonly message: string;
  /** Whether it stands in the way of a deployment. What cannot be checked, or is optional, does not. */
  readonly blocks: boolean;
}
