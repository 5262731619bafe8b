import type { DeployOptions } from './deploy-options.ts';
import type { DeployReport } from './deploy-report.ts';
import { withDevice } from './deploy-run.ts';
import { deploySet } from './deploy-set.ts';
import { wantedSet } from './plan.ts';
import { readHistory } from './set-history.ts';
import { changedSettings, digestSettings } from './settings-digest.ts';

export type { DeployReport } from './deploy-report.ts';

/**
 * Brings macros onto one device: saves what changed, switches over, restarts the macros once, and waits until each has
 * said that it is ready and stayed up. A device that has and runs them already is left alone, and so is every other
 * macro. A set that does not come up is replaced by the one before it.
 *
 * @throws ConnectionError the device is not there, or not any more
 * @throws CommandRefused the device answered a command with an error
 * @throws DeployFailed the macros were saved, and did not come up or not stay up
 * @throws UserError `macros-off`, `web-engine-off`, `http-client-off`, `foreign-macro`, `too-many-macros`,
 * `too-much-text`, `locked`
 */
export async function deployMacros(options: DeployOptions): Promise<DeployReport> {
  const { bundles, complete = false, target, historyFolder } = options;
  const maps = new Map(bundles.map(({ name, map }) => [name, map]));
  const settings = digestSettings(
    bundles.map(({ name }) => name),
    target.settings,
  );
  const { current } = await readHistory(historyFolder, target.label);
  const wanted = wantedSet(bundles, complete, (macro) => {
    const changed = changedSettings(current?.settings, settings, macro);
    return changed.length > 0 ? `; settings changed: ${changed.join(', ')}` : '';
  });
  return withDevice(options, async (run) => {
    await options.inspect?.(run.connection);
    return deploySet(run, { wanted, outcome: 'deployed', maps, settings });
  });
}
