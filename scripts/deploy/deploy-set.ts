import { UserError } from '#scripts/lib/user-error';
import { mapPlaces } from '#scripts/logs/map-places';
import { PlaceMap } from '#scripts/logs/place-map';
import { applyPlan } from './apply-plan.ts';
import { ConnectionError } from './connection-error.ts';
import { DeployLock } from './deploy-lock.ts';
import { DeployFailed, type DeployReport } from './deploy-report.ts';
import type { DeployRun } from './deploy-run.ts';
import { describePlan } from './describe-plan.ts';
import { SWITCH } from './kit-names.ts';
import { areReady, type LogLine } from './macro-log.ts';
import { type WantedMacro, wantedMacro } from './macro-set.ts';
import { type DevicePlan, isUnchanged, planSet, type WantedSet } from './plan.ts';
import { reportChanges } from './plan-macros.ts';
import { restartAndProve, type Verdict } from './prove-set.ts';
import type { Refusal } from './refusals.ts';
import { keptSet, readHistory, sameSet, writeHistory } from './set-history.ts';

/** A set to bring onto a device, and what the run is called when it has worked. */
export interface SetTask {
  readonly wanted: WantedSet;
  readonly outcome: 'deployed' | 'removed' | 'rolled-back';
  /** Source maps by macro, to read the device's log with. */
  readonly maps: ReadonlyMap<string, string>;
}

type Notes = Pick<DeployReport, 'outcome'> & Partial<DeployReport>;

/**
 * Plans, and unless it is a dry run or all is there: locks, saves, switches over, restarts once and proves; a set that
 * is no good is replaced by the one before it.
 *
 * @throws DeployFailed the new set was no good
 * @throws ConnectionError, CommandRefused
 * @throws UserError what a `Refusal` says, `locked`
 */
export async function deploySet(run: DeployRun, task: SetTask): Promise<DeployReport> {
  const plan = await planSet(run.connection, task.wanted);
  if (run.dryRun) return dryRun(run, task, plan);
  if (isUnchanged(plan) && plan.refusals.length === 0) {
    run.tell('unchanged: nothing saved, nothing restarted');
    return reportOf(run, plan, { outcome: 'unchanged' });
  }
  const fixed = await mend(run, plan.refusals);
  const lock = await DeployLock.acquire(run);
  try {
    return await deployLocked(run, task, lock, { fixed, repaired: plan.repairs });
  } finally {
    await lock.release();
  }
}

function dryRun(run: DeployRun, { wanted }: SetTask, plan: DevicePlan): DeployReport {
  for (const line of describePlan(plan, wanted)) run.tell(line);
  const fixed = run.fix ? plan.refusals.flatMap((refusal) => fixText(refusal)) : [];
  for (const text of fixed) run.tell(`would set ${text}`);
  return reportOf(run, plan, { outcome: 'planned', fixed, repaired: plan.repairs });
}

/** Sets what is off, after saying so, when that is asked for; else it stands in the way. */
async function mend({ fix, tell, connection }: DeployRun, refusals: readonly Refusal[]): Promise<string[]> {
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

function throwRefusals(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (first) throw new UserError(first.code, refusals.map(({ message }) => message).join('\n'));
}

const fixText = ({ fix }: Refusal): string[] =>
  fix ? [`${fix.path.replace('Configuration', 'xConfiguration')}: ${fix.value}`] : [];

/** Between the first look and the lock somebody else may have been here, so everything is looked at again. */
async function deployLocked(
  run: DeployRun,
  task: SetTask,
  lock: DeployLock,
  sofar: Pick<DeployReport, 'fixed' | 'repaired'>,
): Promise<DeployReport> {
  const plan = await planSet(run.connection, task.wanted, lock);
  throwRefusals(plan.refusals);
  const device = run.connection.target.name;
  const history = await readHistory(run.historyFolder, device);
  const found = plan.state.macros.ours.map(wantedMacro);
  const before = isProved(plan, found) ? found : (history.current?.macros ?? found);
  await writeHistory(run.historyFolder, device, { ...history, current: keptSet(before) });
  await applyOrPutBack(run, plan, before);
  const done: Notes = { ...sofar, outcome: task.outcome };
  if (!plan.restart) return reportOf(run, plan, done);
  const after = setAfter(plan, found);
  const known = (plan.state.log ?? []).filter(({ level }) => /^error$/i.test(level));
  const verdict = await restartAndProve(run, activeOf(after), known);
  if (verdict.reasons.length > 0) throw await condemn(run, task, plan, { before, after, verdict, done });
  sayProved(run, after, verdict);
  const previous = sameSet(before, after) ? history.previous : keptSet(before);
  await writeHistory(run.historyFolder, device, { current: keptSet(after), ...(previous && { previous }) });
  return reportOf(run, plan, { ...done, notProved: verdict.notProved });
}

/** Whether what is saved is known to run: else the set before it is the one that this machine has kept. */
const isProved = ({ state }: DevicePlan, found: readonly WantedMacro[]): boolean =>
  state.unfinished.length === 0 && areReady(activeOf(found), state.log);

const activeOf = (macros: readonly WantedMacro[]) => macros.filter(({ isActive }) => isActive);

/** The macros of ours that the device has when the plan is carried out. */
function setAfter({ changes }: DevicePlan, found: readonly WantedMacro[]): WantedMacro[] {
  const untouched = found.filter(({ name }) => !changes.some((change) => change.name === name));
  const made = changes.flatMap(({ name, action, wanted }): WantedMacro[] => {
    if (wanted) return [wanted];
    const kept = action === 'remove' ? undefined : found.find((macro) => macro.name === name);
    return kept ? [{ ...kept, isActive: false }] : [];
  });
  return [...untouched, ...made];
}

/** A device that refuses in the middle of the switch-over still runs the old set: it gets its text back as well. */
async function applyOrPutBack(
  run: DeployRun,
  plan: DevicePlan,
  before: readonly WantedMacro[],
): Promise<void> {
  try {
    await applyPlan(run, plan);
  } catch (error) {
    if (!(error instanceof ConnectionError)) await putBack(run, before).catch(() => undefined);
    throw error;
  }
}

async function putBack(run: DeployRun, before: readonly WantedMacro[]): Promise<DevicePlan> {
  await run.connection.command('Macros Macro Remove', { Name: SWITCH }).catch((error) => {
    if (error instanceof ConnectionError) throw error;
  });
  const plan = await planSet(run.connection, setOf(before));
  await applyPlan(run, { ...plan, repairs: [] });
  return plan;
}

const setOf = (macros: readonly WantedMacro[]): WantedSet => ({
  macros,
  complete: true,
  needy: [],
  secrets: new Map(),
});

interface Condemned {
  readonly before: readonly WantedMacro[];
  readonly after: readonly WantedMacro[];
  readonly verdict: Verdict;
  readonly done: Notes;
}

/** Brings the set before back, if there is another. The error says what was wrong, and how it is now. */
async function condemn(
  run: DeployRun,
  { maps }: SetTask,
  plan: DevicePlan,
  { before, after, verdict, done }: Condemned,
): Promise<DeployFailed> {
  const { label } = run.connection.target;
  const condemnedBy = verdict.lines.map((line) => describeLine(line, maps));
  const reasons = verdict.reasons.map((reason) => `${label}: ${reason}.`);
  run.tell(`no good: ${verdict.reasons.join('; ')}`);
  const { text, restored, restarts } = await restore(run, before, after);
  const log = condemnedBy.length > 0 ? condemnedBy : ['nothing was logged'];
  const message = [...reasons, ...log.map((line) => `  ${line}`), `${label}: ${text}`].join('\n');
  return new DeployFailed(
    message,
    reportOf(run, plan, { ...done, condemnedBy, restored, restarts: 1 + restarts }),
  );
}

/** With the places in TypeScript, where the bundle's map is there. */
function describeLine({ level, macro, message }: LogLine, maps: SetTask['maps']): string {
  const mapOf = (name: string) => {
    const map = maps.get(name);
    return map ? new PlaceMap(map) : undefined;
  };
  return `${level} ${macro}: ${mapPlaces(message, mapOf).text}`;
}

async function restore(run: DeployRun, before: readonly WantedMacro[], after: readonly WantedMacro[]) {
  const kept = { restored: false, restarts: 0 };
  if (sameSet(before, after)) {
    return { ...kept, text: 'No other set is known here, so this one stays. Deploy one that works.' };
  }
  run.tell('bring the set before it back');
  try {
    await putBack(run, before);
    const { reasons } = await restartAndProve(run, activeOf(before), []);
    if (reasons.length === 0) return { restored: true, restarts: 1, text: 'The set before it runs again.' };
    return { restored: false, restarts: 1, text: `The set before it is back, but ${reasons.join('; ')}.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...kept,
      text: `The set before it could not be brought back (${reason}). Run npm run deploy:macros -- --rollback`,
    };
  }
}

function sayProved({ tell }: DeployRun, after: readonly WantedMacro[], { notProved }: Verdict): void {
  const names = activeOf(after).map(({ name }) => name);
  if (notProved.length === 0) tell(names.length > 0 ? `ready: ${names.join(', ')}` : 'none of ours is left');
  for (const what of notProved) tell(`not proved over this connection: ${what}`);
}

function reportOf({ connection, dryRun }: DeployRun, plan: DevicePlan, notes: Notes): DeployReport {
  const macros = reportChanges(plan.changes, dryRun);
  const isUntouched = dryRun || notes.outcome === 'unchanged';
  return {
    device: connection.target.name,
    dryRun,
    macros,
    saves: macros.filter(({ saved }) => saved).length,
    restarts: plan.restart && !isUntouched ? 1 : 0,
    foreign: plan.foreign,
    fixed: [],
    repaired: [],
    notProved: [],
    condemnedBy: [],
    restored: false,
    ...notes,
  };
}
