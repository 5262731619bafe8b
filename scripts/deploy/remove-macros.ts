import { UserError } from '#scripts/lib/user-error';
import type { DeviceRunOptions } from './deploy-options.ts';
import type { DeployReport } from './deploy-report.ts';
import { type DeployRun, withDevice } from './deploy-run.ts';
import { deploySet } from './deploy-set.ts';
import { readMacros } from './device-macros.ts';
import { sortMacros } from './kit-names.ts';
import type { WantedSet } from './plan.ts';

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
    const remove = options.names ? await known(run, options.names) : 'others';
    const wanted: WantedSet = { macros: [], remove, needy: [], remarks: new Map() };
    return deploySet(run, { wanted, outcome: 'removed', maps: new Map(), settings: {} });
  });
}

async function known({ connection }: DeployRun, names: readonly string[]): Promise<readonly string[]> {
  const { ours } = sortMacros(await readMacros(connection));
  const present = ours.map(({ name }) => name);
  const unknown = names.filter((name) => !present.includes(name));
  if (unknown.length === 0) return names;
  throw new UserError(
    'unknown-macro',
    `${connection.target.label} has no macro of ours that is called ${unknown.join(', ')}. It has: ${present.join(', ') || 'none'}.`,
    2,
  );
}
