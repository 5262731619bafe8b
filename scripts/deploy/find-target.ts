import type { CommandContext } from '#scripts/lib/command';
import { nameList } from '#scripts/lib/name-list';
import { UserError } from '#scripts/lib/user-error';
import { selectTargets } from './select-targets.ts';
import type { DeployTarget } from './target.ts';

/**
 * The one device that `host` names, or the only one there is, for commands that take no more.
 *
 * @throws UserError `which-device` when it fits several, and what `selectTargets` throws
 */
export async function findTarget(context: CommandContext, host: string | undefined): Promise<DeployTarget> {
  const hosts = host === undefined ? [] : [host];
  const targets = await selectTargets(context, { hosts, groups: [], all: false });
  const [only, another] = targets;
  if (only && !another) return only;
  const names = nameList(targets.map(({ label }) => label));
  throw new UserError('which-device', `This takes one device, and ${host} fits ${names}.`, 2);
}
