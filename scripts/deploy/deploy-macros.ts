import type { MacroBundle } from '#scripts/build/bundle-macros';
import { UserError } from '#scripts/lib/user-error';
import { connectDevice, type DeviceConnection } from './connect.ts';
import type { DeployOptions } from './deploy-options.ts';
import type { DeployReport } from './deploy-report.ts';
import { readMacros } from './device-macros.ts';
import { isRunning } from './macro-log.ts';
import { type MacroPlan, planDeployment } from './plan.ts';
import { ReadyWatch } from './ready-watch.ts';
import type { DeployTarget } from './target.ts';

/**
 * Brings macros onto one device: saves what changed, activates, restarts the macros once and waits until each has
 * said that it is ready. A device that has and runs them already is left alone, and so is every other macro.
 *
 * @throws ConnectionError the device is not there, or not any more
 * @throws CommandRefused the device answered a command with an error
 * @throws UserError `macros-off`, `foreign-macro`, `too-many-macros`, `macro-not-ready`
 */
export async function deployMacros(options: DeployOptions): Promise<DeployReport> {
  const { target, bundles, dryRun = false, say = () => {}, readyTimeoutMs = 20_000 } = options;
  const connection = await connectDevice(target, options);
  const tell = (line: string) => say(`${target.label}  ${line}`);
  try {
    const { plans, restart } = await preparePlan(connection, bundles);
    if (dryRun) describePlan(plans, restart, tell);
    else await applyPlan(connection, plans, restart, tell, readyTimeoutMs);
    return reportOf(target, plans, restart, dryRun);
  } finally {
    connection.close();
  }
}

async function preparePlan(connection: DeviceConnection, bundles: readonly MacroBundle[]) {
  const { label } = connection.target;
  const [mode, onDevice, areRunning] = await Promise.all([
    connection.get('Configuration Macros Mode'),
    readMacros(connection),
    isRunning(connection, bundles),
  ]);
  if (mode === 'Off') {
    throw new UserError(
      'macros-off',
      `${label}: macros are off. On the device, type: xConfiguration Macros Mode: On`,
    );
  }
  const plans = planDeployment(label, bundles, onDevice);
  return { plans, restart: !areRunning || plans.some(({ save, activate }) => save || activate) };
}

type Tell = (line: string) => void;

async function applyPlan(
  connection: DeviceConnection,
  plans: readonly MacroPlan[],
  restart: boolean,
  tell: Tell,
  readyTimeoutMs: number,
): Promise<void> {
  if (!restart) return tell('unchanged: nothing saved, nothing restarted');
  for (const { bundle } of plans.filter(({ save }) => save)) {
    tell(`save ${describe(bundle)}`);
    const options = { Name: bundle.name, Overwrite: 'True', Transpile: 'False' };
    await connection.command('Macros Macro Save', options, bundle.source);
  }
  for (const { bundle } of plans.filter(({ activate }) => activate)) {
    tell(`activate ${bundle.name}`);
    await connection.command('Macros Macro Activate', { Name: bundle.name });
  }
  const watch = await ReadyWatch.begin(connection);
  tell('restart the macros');
  await connection.command('Macros Runtime Restart');
  const bundles = plans.map(({ bundle }) => bundle);
  await watch.allReady(bundles, readyTimeoutMs);
  tell(`ready: ${bundles.map(({ name }) => name).join(', ')}`);
}

function describePlan(plans: readonly MacroPlan[], restart: boolean, tell: Tell): void {
  for (const { bundle, save, activate } of plans) {
    const steps = [save ? 'save' : '', activate ? 'activate' : ''].filter(Boolean).join(' and ');
    tell(`would ${steps || 'keep'} ${describe(bundle)}`);
  }
  tell(restart ? 'would restart the macros once' : 'would restart nothing');
}

const describe = ({ name, bytes, hash }: MacroBundle) => `${name} (${bytes} bytes, ${hash.slice(0, 12)})`;

function reportOf(
  { name: device }: DeployTarget,
  plans: readonly MacroPlan[],
  restart: boolean,
  dryRun: boolean,
): DeployReport {
  const macros = plans.map(({ bundle: { name, hash, bytes }, save, activate }) => {
    const action = save ? ('save' as const) : activate ? ('activate' as const) : ('keep' as const);
    return { name, action, hash, bytes, saved: save && !dryRun, activated: activate && !dryRun };
  });
  return {
    device,
    outcome: dryRun ? 'planned' : restart ? 'deployed' : 'unchanged',
    macros,
    saves: macros.filter(({ saved }) => saved).length,
    restarts: restart && !dryRun ? 1 : 0,
    dryRun,
    foreign: [],
    fixed: [],
    repaired: [],
    notProved: [],
    condemnedBy: [],
    restored: false,
  };
}
