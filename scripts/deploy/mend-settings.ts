import { UserError } from '#scripts/lib/user-error';
import type { DeployRun } from './deploy-run.ts';
import type { Refusal } from './refusals.ts';

/** Sets what is off, after saying so, when that is asked for; else it stands in the way. */
export async function mendSettings(
  { fix, tell, connection }: DeployRun,
  refusals: readonly Refusal[],
): Promise<string[]> {
  const stays = refusals.filter((refusal) => !(fix && refusal.fix));
  throwRefusals(stays);
  const fixed: string[] = [];
  for (const refusal of refusals) {
    if (!refusal.fix) continue;
    const [text = ''] = fixText(refusal);
    tell(`set ${text}`);
    await connection.set(refusal.fix.path, refusal.fix.value);
    fixed.push(text);
  }
  return fixed;
}

/** @throws UserError with the code of the first, and all messages */
export function throwRefusals(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (first) throw new UserError(first.code, refusals.map(({ message }) => message).join('\n'));
}

/** What `fix` sends, as one would type it; empty where only a person can decide. */
export const fixText = ({ fix }: Refusal): string[] =>
  fix ? [`${fix.path.replace('Configuration', 'xConfiguration')}: ${fix.value}`] : [];
