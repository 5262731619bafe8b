import { UserError } from '#scripts/lib/user-error';
import type { DeviceRunOptions } from './deploy-options.ts';
import type { DeployReport } from './deploy-report.ts';
import { type DeployRun, withDevice } from './deploy-run.ts';
import { deploySet } from './deploy-set.ts';
import { readMacros } from './device-macros.ts';
import { sortMacros } from './kit-names.ts';
import { type WantedMacro, wantedMacro } from './macro-set.ts';

export interface RemoveOptions extends DeviceRunOptions {
  /** All of ours when absent. */
  readonly names?: readonly string[];
}

/**
 * Takes macros of ours off a device and restarts what is left. Others are never touched.
 *
 * @throws UserError `unknown-macro` when the device has none of that name from us; else as `deployMacros`
 */
export function removeMacros(options: RemoveOptions): Promise<DeployReport> {
  return withDevice(options, async (run) => {
    const macros = await remainingAfter(run, options.names);
    const wanted = { macros, complete: true, needy: [], secrets: new Map() };
    return deploySet(run, { wanted, outcome: 'removed', maps: new Map() });
  });
}

async function remainingAfter(run: DeployRun, names: readonly string[] | undefined): Promise<WantedMacro[]> {
  const { connection } = run;
  const { ours } = sortMacros(await readMacros(connection));
  if (names === undefined) return [];
  const known = ours.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new UserError(
      'unknown-macro',
      `${connection.target.label} has no macro of ours that is called ${unknown.join(', ')}. It has: ${known.join(', ') || 'none'}.`,
      2,
    );
  }
  return ours.filter(({ name }) => !names.includes(name)).map(wantedMacro);
}
