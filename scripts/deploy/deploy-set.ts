import { applyPlan } from './apply-plan.ts';
import { condemnation, condemningLines, type Maps } from './condemn-set.ts';
import { DeployLock } from './deploy-lock.ts';
import { DeployFailed, type DeployReport } from './deploy-report.ts';
import type { DeployRun } from './deploy-run.ts';
import { describePlan } from './describe-plan.ts';
import type { Verdict } from './judge-log.ts';
import { areReady, type LogLine } from './macro-log.ts';
import { activeOf, type WantedMacro, wantedMacro } from './macro-set.ts';
import { fixText, mendSettings, throwRefusals } from './mend-settings.ts';
import { type DevicePlan, isUnchanged, planSet, type WantedSet } from './plan.ts';
import { setAfter } from './plan-macros.ts';
import { restartAndProve } from './prove-set.ts';
import { putBack, restoreSet } from './restore-set.ts';
import { type KeptSet, keptSet, readHistory, type SetHistory, sameSet, writeHistory } from './set-history.ts';
import { type RunNotes, reportOf } from './set-report.ts';
import type { SettingsDigest } from './settings-digest.ts';

/** A set to bring onto a device, and what the run is called when it has worked. */
export interface SetTask {
  readonly wanted: WantedSet;
  readonly outcome: 'deployed' | 'removed' | 'rolled-back';
  /** To read the device's log with. */
  readonly maps: Maps;
  /** What the wanted macros were compiled with. */
  readonly settings: SettingsDigest;
}

/**
 * Plans, and unless it is a dry run or all is there: locks, saves, switches over, restarts once and proves; a set that
 * is no good is replaced by the one before it.
 *
 * @throws DeployFailed the new set was no good
 * @throws ConnectionError, CommandRefused
 * @throws UserError what a `Refusal` says, `locked`, `bad-history`
 */
export async function deploySet(run: DeployRun, task: SetTask): Promise<DeployReport> {
  const plan = await planSet(run.connection, task.wanted);
  if (run.dryRun) return dryRun(run, plan);
  if (isUnchanged(plan) && plan.refusals.length === 0) {
    run.tell('unchanged: nothing saved, nothing restarted');
    return reportOf(run, plan, { outcome: 'unchanged' });
  }
  const fixed = await mendSettings(run, plan.refusals);
  const lock = await DeployLock.acquire(run);
  try {
    return await deployLocked(run, task, lock, { outcome: task.outcome, fixed, repaired: plan.repairs });
  } finally {
    await lock.release();
  }
}

function dryRun(run: DeployRun, plan: DevicePlan): DeployReport {
  for (const line of describePlan(plan)) run.tell(line);
  const fixed = run.fix ? plan.refusals.flatMap(fixText) : [];
  for (const text of fixed) run.tell(`would set ${text}`);
  return reportOf(run, plan, { outcome: 'planned', fixed, repaired: plan.repairs });
}

/** Between the first look and the lock somebody else may have been here, so everything is looked at again. */
async function deployLocked(
  run: DeployRun,
  task: SetTask,
  lock: DeployLock,
  notes: RunNotes,
): Promise<DeployReport> {
  const plan = await planSet(run.connection, task.wanted, lock);
  throwRefusals(plan.refusals);
  const found = plan.state.macros.ours.map(wantedMacro);
  const history = await rememberBefore(run, plan, found);
  await applyPlan(run, plan, () => putBack(run, found));
  if (!plan.restart) return reportOf(run, plan, notes);
  const after = setAfter(plan.changes, found);
  const verdict = await restartAndProve(run, provable(plan, after), knownErrors(plan));
  if (verdict.reasons.length > 0) throw await condemn(run, task, plan, { history, after, verdict, notes });
  sayProved(run, after, verdict);
  await rememberAfter(run, history, keptSet(after, { ...history.current.settings, ...task.settings }));
  return reportOf(run, plan, { ...notes, notProved: verdict.notProved });
}

/** `current` is the set before: what is brought back when the new one is no good. */
type KnownHistory = SetHistory & { readonly current: KeptSet };

/** What is saved counts as the set before when it is known to run; else what this machine has kept does, if anything. */
async function rememberBefore(
  { connection, historyFolder }: DeployRun,
  { state }: DevicePlan,
  found: readonly WantedMacro[],
): Promise<KnownHistory> {
  const device = connection.target.label;
  const history = await readHistory(historyFolder, device);
  const isProved = state.unfinished.length === 0 && areReady(activeOf(found), state.log);
  const isKept = history.current && (!isProved || sameSet(history.current.macros, found));
  const current =
    isKept && history.current ? history.current : keptSet(found, history.current?.settings ?? {});
  await writeHistory(historyFolder, device, { ...history, current });
  return { ...history, current };
}

async function rememberAfter(
  { connection, historyFolder }: DeployRun,
  { current, previous }: KnownHistory,
  after: KeptSet,
): Promise<void> {
  const isNew = !sameSet(current.macros, after.macros);
  const before = isNew ? current : previous;
  const kept = { current: after, ...(before && { previous: before }) };
  await writeHistory(historyFolder, connection.target.label, kept);
}

/** A macro that nobody asked about, and that did not come up the last time either, is no proof of anything. */
function provable({ changes, state }: DevicePlan, after: readonly WantedMacro[]): WantedMacro[] {
  const isAsked = ({ name }: WantedMacro) => changes.some((change) => change.name === name);
  return activeOf(after).filter((macro) => isAsked(macro) || areReady([macro], state.log));
}

const knownErrors = ({ state }: DevicePlan): LogLine[] =>
  (state.log ?? []).filter(({ level }) => /^error$/i.test(level));

interface Condemned {
  readonly history: KnownHistory;
  readonly after: readonly WantedMacro[];
  readonly verdict: Verdict;
  readonly notes: RunNotes;
}

/** Brings the set before back. The error says what was wrong, and how it is now. */
async function condemn(
  run: DeployRun,
  { maps }: SetTask,
  plan: DevicePlan,
  { history, after, verdict, notes }: Condemned,
): Promise<DeployFailed> {
  run.tell(`no good: ${verdict.reasons.join('; ')}`);
  const { text, restored, restarts } = await restoreSet(run, history.current.macros, after);
  const condemnedBy = condemningLines(verdict, maps);
  const message = condemnation(run.connection.target.label, verdict, condemnedBy, text);
  const report = reportOf(run, plan, { ...notes, condemnedBy, restored, restarts: 1 + restarts });
  return new DeployFailed(message, report);
}

function sayProved({ tell }: DeployRun, after: readonly WantedMacro[], { notProved }: Verdict): void {
  const names = activeOf(after).map(({ name }) => name);
  if (notProved.length === 0) tell(names.length > 0 ? `ready: ${names.join(', ')}` : 'none of ours is left');
  for (const what of notProved) tell(`not proved over this connection: ${what}`);
}
