import { CommandRefused } from './connection-error.ts';
import type { DeployRun } from './deploy-run.ts';
import { describeChange } from './describe-plan.ts';
import { SWITCH, stagedName } from './kit-names.ts';
import { sameSource, type WantedMacro } from './macro-set.ts';
import type { DevicePlan } from './plan.ts';
import { isSingleSave, type MacroChange, switchCommands } from './plan-macros.ts';
import { ACTIVE_MAX, activeAfter } from './refusals.ts';
import { settleAll } from './settle-all.ts';
import { deviceCommand, type SwitchCommand } from './switch-commands.ts';
import { switchMacro } from './switch-macro.ts';

/**
 * Saves what a plan says and lets it take over, from the runtime's next start on. Whatever cuts this off, the device
 * has the old set or the new one, whole; why, stands in docs/deploy.md.
 *
 * @param undo called when the device refuses a part of the switch-over: the old set still runs, and needs its text
 * @throws ConnectionError, CommandRefused; then the old set is in place, or the next run finishes the new one
 */
export async function applyPlan(
  run: DeployRun,
  plan: DevicePlan,
  undo: () => Promise<void> = async () => {},
): Promise<void> {
  const changes = plan.changes.filter(({ action }) => action !== 'keep');
  const [only] = changes;
  const direct = changes.length === 1 && only && isSingleSave(only) ? only.wanted : undefined;
  await repair(run, plan, direct ? [] : changes);
  for (const change of changes) run.tell(describeChange(change, plan.remarks));
  if (direct) {
    await save(run, direct.name, direct.source);
    return;
  }
  const commands = switchCommands(changes);
  const insured = commands.length > 1 && hasPlace(plan);
  if (commands.length > 1 && !insured) run.tell(NO_PLACE);
  try {
    const saving = stage(run, plan, changes);
    if (insured) saving.push(save(run, SWITCH, switchMacro(commands)));
    await settleAll(saving);
    // From here on the new set takes over, whoever is there to see it.
    if (insured) await command(run, { verb: 'Activate', name: SWITCH });
  } catch (error) {
    await discard(run, changes);
    throw error;
  }
  try {
    await runCommands(run, commands);
  } catch (error) {
    if (error instanceof CommandRefused) await undo().catch(() => undefined);
    throw error;
  }
  if (insured) await command(run, { verb: 'Remove', name: SWITCH });
}

const NO_PLACE =
  'all places for active macros are taken: should the device restart in the next moment, it has a part of the new set until the next run';

/** Puts right what an earlier run left behind. What it has staged and is wanted now is used. */
async function repair(
  run: DeployRun,
  { state, repairs }: DevicePlan,
  changes: readonly MacroChange[],
): Promise<void> {
  if (repairs.length > 0) run.tell('an earlier deployment was cut off: putting it right');
  await runCommands(run, state.unfinished);
  if (state.macros.switch) await command(run, { verb: 'Remove', name: SWITCH });
  const useless = state.macros.staged.filter(
    (macro) => !changes.some((change) => change.action === 'save' && isStagedFor(macro, change)),
  );
  await runCommands(
    run,
    useless.map(({ name }) => ({ verb: 'Remove', name })),
  );
}

const isStagedFor = (
  macro: { name: string; source: string; isActive: boolean },
  { name, wanted }: MacroChange,
) => macro.name === stagedName(name) && !macro.isActive && sameSource(macro.source, wanted?.source ?? '');

function stage(run: DeployRun, { state }: DevicePlan, changes: readonly MacroChange[]): Promise<unknown>[] {
  const missing = changes.flatMap((change): WantedMacro[] => {
    if (change.action !== 'save' || change.wanted === undefined) return [];
    return state.macros.staged.some((macro) => isStagedFor(macro, change)) ? [] : [change.wanted];
  });
  return missing.map(({ name, source }) => save(run, stagedName(name), source));
}

/** The macro that would finish the switch-over needs a place of its own as long as it is active. */
function hasPlace({ changes, state }: DevicePlan): boolean {
  const { ours, foreign } = state.macros;
  const before = [...ours, ...foreign].filter(({ isActive }) => isActive).length;
  return Math.max(before, activeAfter(changes, state.macros)) < ACTIVE_MAX;
}

/**
 * Takes away what was staged for nothing, and first what would let it take over. Where the device does not do it, the
 * next run does.
 */
async function discard(run: DeployRun, changes: readonly MacroChange[]): Promise<void> {
  const staged = changes.filter(({ action }) => action === 'save').map(({ name }) => stagedName(name));
  try {
    await command(run, { verb: 'Remove', name: SWITCH });
  } catch (error) {
    // Refused: it was never there. Anything else: it may be there still, and needs what is staged.
    if (!(error instanceof CommandRefused)) return;
  }
  await Promise.allSettled(staged.map((name) => command(run, { verb: 'Remove', name })));
}

/** Those of one kind at once, the kinds one after another. */
async function runCommands(run: DeployRun, commands: readonly SwitchCommand[]): Promise<void> {
  for (const verb of ['Remove', 'Deactivate', 'Rename', 'Activate'] as const) {
    await settleAll(commands.filter((each) => each.verb === verb).map((each) => command(run, each)));
  }
}

function command({ connection }: DeployRun, each: SwitchCommand): Promise<unknown> {
  const { path, params } = deviceCommand(each);
  return connection.command(path, params);
}

function save({ connection }: DeployRun, name: string, source: string): Promise<unknown> {
  return connection.command(
    'Macros Macro Save',
    { Name: name, Overwrite: 'True', Transpile: 'False' },
    source,
  );
}
