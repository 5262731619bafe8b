import type { MacroBundle } from '../build/bundle-macros.ts';
import { connectDevice } from '../deploy/connect.ts';
import type { DeployTarget } from '../deploy/target.ts';

/**
 * What a plain script does with one device: saves and activates each macro, restarts once; each step when the one
 * before was answered. It looks at nothing before and proves nothing after.
 */
export async function plainSequence(target: DeployTarget, bundles: readonly MacroBundle[]): Promise<void> {
  const connection = await connectDevice(target);
  try {
    for (const { name: Name, source } of bundles) {
      const options = { Name, Overwrite: 'True', Transpile: 'False' };
      await connection.command('Macros Macro Save', options, source);
      await connection.command('Macros Macro Activate', { Name });
    }
    await connection.command('Macros Runtime Restart');
  } finally {
    connection.close();
  }
}
