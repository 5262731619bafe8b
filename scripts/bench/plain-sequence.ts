import type { MacroBundle } from '../build/bundle-macros.ts';
import { connectDevice, type DeviceConnection } from '../deploy/connect.ts';
import type { DeployTarget } from '../deploy/target.ts';

/**
 * What a plain script does with one device: each step when the one before was answered, nothing looked at before,
 * nothing proved after. `each` is a tool that knows one macro at a time: save, activate, restart, and the next.
 * `together` saves and activates all of them and restarts once.
 */
export async function plainSequence(
  target: DeployTarget,
  bundles: readonly MacroBundle[],
  restarts: 'each' | 'together',
): Promise<void> {
  const connection = await connectDevice(target);
  try {
    for (const bundle of bundles) {
      await saveAndActivate(connection, bundle);
      if (restarts === 'each') await connection.command('Macros Runtime Restart');
    }
    if (restarts === 'together') await connection.command('Macros Runtime Restart');
  } finally {
    connection.close();
  }
}

async function saveAndActivate(
  connection: DeviceConnection,
  { name: Name, source }: MacroBundle,
): Promise<void> {
  const options = { Name, Overwrite: 'True', Transpile: 'False' };
  await connection.command('Macros Macro Save', options, source);
  await connection.command('Macros Macro Activate', { Name });
}
