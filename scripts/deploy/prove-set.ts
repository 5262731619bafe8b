import type { DeployRun } from './deploy-run.ts';
import { HeardLog } from './heard-log.ts';
import { hasTold, judgeLog, type KnownErrors, newErrors, type Verdict } from './judge-log.ts';
import { areReady, type MacroIdentity, readRunLog, sinceStart } from './macro-log.ts';
import { type RuntimeStatus, readRuntimeStatus } from './runtime-status.ts';

/**
 * Restarts the macros and looks whether they come up with the very code that was sent, stay up, and log no error that
 * the set before them did not log.
 *
 * @throws ConnectionError when the connection is lost on the way: then nothing is proved
 */
export function restartAndProve(
  run: DeployRun,
  macros: readonly MacroIdentity[],
  known: KnownErrors,
): Promise<Verdict> {
  return run.connection.lacks.has('events')
    ? proveByStatus(run, macros, known)
    : proveByLog(run, macros, known);
}

async function proveByLog(
  run: DeployRun,
  macros: readonly MacroIdentity[],
  known: KnownErrors,
): Promise<Verdict> {
  const { connection } = run;
  const [before, log] = await Promise.all([readRuntimeStatus(connection), HeardLog.begin(connection)]);
  await restart(run);
  const lines = () => sinceStart(log.lines);
  const isTold = () => macros.every((macro) => hasTold(macro, known, lines()));
  await within(run, run.readyTimeoutMs, (over) => log.until(isTold, over));
  if (run.stayUpMs > 0 && judgeLog(run, macros, known, lines()).reasons.length === 0) {
    await stayUp(run, (over) => log.until(() => newErrors(macros, known, lines()).length > 0, over));
  }
  const after = await readRuntimeStatus(connection);
  return joined(judgeLog(run, macros, known, lines()), crashed(before, after), []);
}

/** Without events, what can be asked for has to do. */
async function proveByStatus(
  run: DeployRun,
  macros: readonly MacroIdentity[],
  known: KnownErrors,
): Promise<Verdict> {
  const { connection } = run;
  const before = await readRuntimeStatus(connection);
  await restart(run);
  await pollLog(run, macros);
  await stayUp(run, (over) => over);
  const [after, log] = await Promise.all([readRuntimeStatus(connection), readRunLog(connection)]);
  const status = [...crashed(before, after), ...(after.running === false ? ['the macros do not run'] : [])];
  if (log) return joined(judgeLog(run, macros, known, log), status, []);
  return { reasons: status, lines: [], notProved: UNSEEN };
}

const UNSEEN = ['that each macro has started with the code that was sent', 'that none logs errors'];
const LOOK_EVERY_MS = 1000;

/** Until each macro has reported, where the device shows its log at all. */
async function pollLog(run: DeployRun, macros: readonly MacroIdentity[]): Promise<void> {
  for (let waited = 0; waited < run.readyTimeoutMs; waited += LOOK_EVERY_MS) {
    if (areReady(macros, await readRunLog(run.connection))) return;
    await run.wait(LOOK_EVERY_MS, run.signal);
  }
}

async function restart({ connection, tell }: DeployRun): Promise<void> {
  tell('restart the macros');
  await connection.command('Macros Runtime Restart');
}

/** Ends early when the connection does: the next request says why. */
async function within(
  { connection }: DeployRun,
  ms: number,
  work: (over: Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await work(Promise.race([timeout, connection.closed]));
  clearTimeout(timer);
}

async function stayUp(
  { connection, stayUpMs, wait, signal }: DeployRun,
  work: (over: Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const stop = new AbortController();
  const signals = signal ? [signal, stop.signal] : [stop.signal];
  const waited = stayUpMs > 0 ? wait(stayUpMs, AbortSignal.any(signals)) : Promise.resolve();
  await work(Promise.race([waited, connection.closed]));
  stop.abort();
}

function crashed(before: RuntimeStatus, after: RuntimeStatus): string[] {
  const count = (after.crashes ?? 0) - (before.crashes ?? 0);
  return count > 0 ? [`the macros crashed ${count === 1 ? 'once' : `${count} times`}`] : [];
}

const joined = (verdict: Verdict, reasons: readonly string[], notProved: readonly string[]): Verdict => ({
  ...verdict,
  reasons: [...verdict.reasons, ...reasons],
  notProved: [...verdict.notProved, ...notProved],
});
