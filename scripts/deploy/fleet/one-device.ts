import { join } from 'node:path';
import { UserError } from '#scripts/lib/user-error';
import type { DeviceConnection } from '../connect.ts';
import { deployMacros } from '../deploy-macros.ts';
import type { DeployReport } from '../deploy-report.ts';
import { removeMacros } from '../remove-macros.ts';
import { rollbackDevice } from '../rollback-device.ts';
import { CompatibilityCheck } from './compatibility-check.ts';
import type { DeployFlags } from './deploy-flags.ts';
import type { OneDevice } from './fleet-options.ts';

/** What is done with each device: deploy, remove or roll back, as the flags say. */
export function oneDevice(
  root: string,
  { only, remove, rollback, dryRun, fix, strict, stayUp }: DeployFlags,
): (device: OneDevice) => Promise<DeployReport> {
  const common = {
    dryRun,
    fix,
    historyFolder: join(root, '.data/deployed'),
    ...(stayUp !== undefined && { stayUpMs: stayUp * 1000 }),
  };
  const isAll = only.length === 0;
  const compatibility = new CompatibilityCheck(strict);
  return ({ bundles, ...device }) => {
    const options = { ...common, ...device };
    if (remove) return removeMacros({ ...options, ...(!isAll && { names: only }) });
    if (rollback) return rollbackDevice(options);
    const tell = (line: string) => device.say(`${device.target.label}  ${line}`);
    const inspect = async (connection: DeviceConnection) => {
      const notes = await compatibility.check(connection, bundles).catch((error) => {
        // A plan shows what stands in the way beside all the rest.
        if (!dryRun || !(error instanceof UserError) || error.code !== 'incompatible') throw error;
        return error.message.split('\n').map((line) => `refused as it is: ${line}`);
      });
      if (dryRun || strict) notes.forEach(tell);
    };
    return deployMacros({ ...options, bundles, complete: isAll, inspect });
  };
}
