import { applyPlan } from './apply-plan.ts';
import { CommandRefused } from './connection-error.ts';
import type { DeployRun } from './deploy-run.ts';
import { SWITCH } from './kit-names.ts';
import { activeOf, type WantedMacro } from './macro-set.ts';
import { formerSet, planSet } from './plan.ts';
import { restartAndProve } from './prove-set.ts';
import { sameSet } from './set-history.ts';

/** How it is after a set was no good. */
export interface Restored {
  /** The set before it runs again, and has proved it. */
  readonly restored: boolean;
  readonly restarts: number;
  /** The same, for a person. */
  readonly text: string;
}

/** Brings the set before back and proves it, where it is another one. What goes wrong with that is in the answer. */
export async function restoreSet(
  run: DeployRun,
  before: readonly WantedMacro[],
  condemned: readonly WantedMacro[],
): Promise<Restored> {
  if (sameSet(before, condemned)) {
    const text = 'No other set is known here, so this one stays. Deploy one that works.';
    return { restored: false, restarts: 0, text };
  }
  run.tell('bring the set before it back');
  let restarts = 0;
  try {
    await putBack(run, before);
    restarts = 1;
    const { reasons } = await restartAndProve(run, activeOf(before), []);
    if (reasons.length === 0) return { restored: true, restarts, text: 'The set before it runs again.' };
    return { restored: false, restarts, text: `The set before it is back, but ${reasons.join('; ')}.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = `The set before it could not be brought back: ${reason} Deploy one that works.`;
    return { restored: false, restarts, text };
  }
}

/** Saves a former set again, without a restart. What was left half done is not finished, but undone. */
export async function putBack(run: DeployRun, before: readonly WantedMacro[]): Promise<void> {
  await run.connection.command('Macros Macro Remove', { Name: SWITCH }).catch((error) => {
    if (!(error instanceof CommandRefused)) throw error;
  });
  await applyPlan(run, { ...(await planSet(run.connection, formerSet(before))), repairs: [] });
}
