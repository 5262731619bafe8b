import { availableParallelism } from 'node:os';
import { bundleMacros, type MacroBundle } from '../build/bundle-macros.ts';
import { deployMacros } from '../deploy/deploy-macros.ts';
import { deployFleet } from '../deploy/fleet/deploy-fleet.ts';
import type { FleetReport } from '../deploy/fleet/fleet-report.ts';
import type { DeployTarget } from '../deploy/target.ts';
import { type Figure, quantile } from './figure.ts';
import { peakMemory } from './peak-memory.ts';
import { plainSequence } from './plain-sequence.ts';
import { startSimulatedFleet } from './simulated-fleet.ts';
import { watchFigures } from './watch-figures.ts';

const ROUND_TRIP_MS = 50;
const FLEET = 100;
/** The plain sequence takes half a second a device; so many are measured, and counted up to the fleet. */
const PLAIN = 20;
const MANY = 1000;

/** Deploying to simulated devices on the real wire, each answering 50 ms late. */
export async function fleetFigures(root: string): Promise<Figure[]> {
  const bundles = await bundleMacros(root);
  const processes = Math.min(4, availableParallelism());
  const fleet = await startSimulatedFleet(root, PLAIN + FLEET + MANY, processes, ROUND_TRIP_MS);
  try {
    const many = fleet.targets.slice(0, MANY);
    const targets = fleet.targets.slice(MANY, MANY + FLEET);
    const plain = fleet.targets.slice(MANY + FLEET);
    // The thousand come first: by their end the simulators' engines have compiled all that a deployment asks of them.
    const figures = await memory(many, bundles);
    figures.push(...(await againstPlain(plain, targets, bundles)));
    figures.push(...(await unchanged(targets, bundles)));
    const [one] = targets;
    if (one) figures.push(...(await watchFigures(root, one)));
    return figures;
  } finally {
    await fleet.end();
  }
}

/** The macros are given no time to stay up: the plain sequence knows no such thing. */
async function deploy(
  targets: readonly DeployTarget[],
  bundles: readonly MacroBundle[],
): Promise<FleetReport> {
  const report = await deployFleet(targets, {
    bundlesFor: async () => bundles,
    deployOne: (device) => deployMacros({ ...device, complete: true, stayUpMs: 0 }),
  });
  if (!report.ok) throw new Error(`the fleet was not deployed: ${report.error?.message}`);
  return report;
}

/** Half of the plain ones before the fleet and half after it, so that what else the machine does falls on both. */
async function againstPlain(
  plain: readonly DeployTarget[],
  targets: readonly DeployTarget[],
  bundles: readonly MacroBundle[],
): Promise<Figure[]> {
  const times: number[] = [];
  const measurePlain = async (some: readonly DeployTarget[]) => {
    for (const target of some) {
      const startedAt = performance.now();
      await plainSequence(target, bundles);
      times.push((performance.now() - startedAt) / 1000);
    }
  };
  await measurePlain(plain.slice(0, PLAIN / 2));
  const { seconds } = await deploy(targets, bundles);
  await measurePlain(plain.slice(PLAIN / 2));
  const plainSeconds = quantile(times, 0.5) * FLEET;
  const note = `the median of ${PLAIN}, times ${FLEET}`;
  return [
    { name: `plain sequence, ${FLEET} devices`, value: plainSeconds, unit: 's', note },
    { name: `fleet of ${FLEET}, changed`, value: seconds, unit: 's' },
    { name: 'fleet against the plain sequence', value: plainSeconds / seconds, unit: '×', atLeast: 20 },
  ];
}

async function unchanged(
  targets: readonly DeployTarget[],
  bundles: readonly MacroBundle[],
): Promise<Figure[]> {
  const { seconds, saves, restarts } = await deploy(targets, bundles);
  return [
    { name: `fleet of ${FLEET}, unchanged`, value: seconds, unit: 's', atMost: 2 },
    { name: 'saves on an unchanged fleet', value: saves, unit: '', atMost: 0 },
    { name: 'restarts on an unchanged fleet', value: restarts, unit: '', atMost: 0 },
  ];
}

async function memory(targets: readonly DeployTarget[], bundles: readonly MacroBundle[]): Promise<Figure[]> {
  const { result, before, peak } = await peakMemory(() => deploy(targets, bundles));
  const note = `${peak.toFixed(0)} MB in all, the bench included`;
  return [
    { name: `fleet of ${targets.length}, changed`, value: result.seconds, unit: 's' },
    { name: `memory for ${targets.length} devices`, value: peak - before, unit: 'MB', atMost: 200, note },
  ];
}
