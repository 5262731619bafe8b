import { UserError } from '#scripts/lib/user-error';

/** What is done with one macro of ours. `keep` leaves it as it is. */
export type MacroAction = 'save' | 'activate' | 'deactivate' | 'remove' | 'keep';

/** What was done on one device, or would be. Flat and stable: `--json` prints it. Nothing in it is secret. */
export interface DeployReport {
  readonly device: string;
  readonly outcome: 'deployed' | 'unchanged' | 'planned' | 'removed' | 'rolled-back';
  readonly dryRun: boolean;
  readonly macros: readonly MacroReport[];
  /** Macros saved; what only serves the deployment, such as its lock, does not count. */
  readonly saves: number;
  /** Restarts of the macros, one for a restored set included. */
  readonly restarts: number;
  /** Names of macros that are not ours; none of them was touched. */
  readonly foreign: readonly string[];
  /** Configuration commands that were sent because of `fix`, or would be. */
  readonly fixed: readonly string[];
  /** What an earlier run left behind, and was put right. */
  readonly repaired: readonly string[];
  /** What could not be proved over this transport; empty where each macro reported its hash and stayed up. */
  readonly notProved: readonly string[];
  /** Log lines that condemned the new set, with places in TypeScript; empty where it was good. */
  readonly condemnedBy: readonly string[];
  /** The new set was no good, and the set before it runs again. */
  readonly restored: boolean;
}

export interface MacroReport {
  readonly name: string;
  readonly action: MacroAction;
  /** Of the source that is wanted; empty for one that is removed or deactivated. */
  readonly hash: string;
  readonly bytes: number;
  readonly saved: boolean;
  readonly activated: boolean;
}

/** The new set was saved, and was no good. The report says why, and whether the old one runs again. */
export class DeployFailed extends UserError {
  constructor(
    message: string,
    readonly report: DeployReport,
  ) {
    super('macro-not-ready', message);
  }
}
