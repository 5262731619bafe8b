import { once } from 'node:events';
import { join } from 'node:path';
import type { CommandContext } from '#scripts/lib/command';
import type { DeployFlags } from '../fleet/deploy-flags.ts';
import type { DeployTarget } from '../target.ts';
import { isSource } from './affected-macros.ts';
import { ChangeQueue } from './change-queue.ts';
import { FleetWatch } from './fleet-watch.ts';
import { watchTree } from './watch-tree.ts';

/** What the macros are made of. */
const FOLDERS = ['macros', 'contract'];

/** Deploys, and from then on deploys what a change affects, until the signal. */
export async function watchFleet(
  context: CommandContext,
  flags: DeployFlags,
  targets: readonly DeployTarget[],
): Promise<void> {
  const { root, out, signal } = context;
  const fleet = new FleetWatch(context, flags, targets);
  const queue = new ChangeQueue((files, since) => fleet.change(files, since));
  const folders = FOLDERS.map((folder) => join(root, folder));
  // From before the first build on, so that what is saved during it is not missed.
  const unwatch = watchTree(folders, (file) => void (isSource(file) && queue.add(file)));
  try {
    await queue.hold(() => fleet.begin());
    out.write(`Watching ${FOLDERS.map((folder) => `${folder}/`).join(' and ')}. Ctrl-C ends it.\n`);
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    unwatch();
    queue.close();
    fleet.close();
  }
}
