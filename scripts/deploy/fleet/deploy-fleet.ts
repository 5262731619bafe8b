import type { DeployTarget } from '../target.ts';
import type { FleetOptions } from './fleet-options.ts';
import { type FleetReport, fleetReport } from './fleet-report.ts';
import { FleetRun } from './fleet-run.ts';

/**
 * Does the same on many devices. What goes wrong with one is in its entry of the report and never keeps the others
 * from going on; the promise does not reject.
 */
export async function deployFleet(
  targets: readonly DeployTarget[],
  options: FleetOptions,
): Promise<FleetReport> {
  const startedAt = performance.now();
  const run = new FleetRun(options);
  const { canary = 0 } = options;
  const first = await Promise.all(targets.slice(0, canary).map((target) => run.one(target)));
  const failed = first.find(({ error }) => error);
  if (failed) run.stop(`the canary ${failed.label} failed`);
  const others = await Promise.all(targets.slice(canary).map((target) => run.one(target)));
  return fleetReport([...first, ...others], (performance.now() - startedAt) / 1000);
}
