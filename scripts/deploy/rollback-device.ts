import { UserError } from '#scripts/lib/user-error';
import type { DeviceRunOptions } from './deploy-options.ts';
import type { DeployReport } from './deploy-report.ts';
import { withDevice } from './deploy-run.ts';
import { deploySet } from './deploy-set.ts';
import { formerSet } from './plan.ts';
import { readHistory } from './set-history.ts';

export interface RollbackOptions extends DeviceRunOptions {
  readonly historyFolder: string;
}

/**
 * Brings back the set that a device had before the one it has, as this machine has kept it. A second time, the set
 * that was rolled back is there again.
 *
 * @throws UserError `nothing-to-roll-back`; else as `deployMacros`
 */
export async function rollbackDevice(options: RollbackOptions): Promise<DeployReport> {
  const { target, historyFolder } = options;
  const { previous } = await readHistory(historyFolder, target.label);
  if (previous === undefined || previous.macros.length === 0) {
    const what = previous
      ? 'it had no macros of ours before; --remove takes these off'
      : 'no set before this one is kept on this machine';
    throw new UserError('nothing-to-roll-back', `${target.label}: ${what}.`, 2);
  }
  const { macros, at, settings } = previous;
  options.say?.(`${target.label}  back to the set of ${at}`);
  const wanted = formerSet(macros);
  return withDevice(options, (run) =>
    deploySet(run, { wanted, outcome: 'rolled-back', maps: new Map(), settings }),
  );
}
