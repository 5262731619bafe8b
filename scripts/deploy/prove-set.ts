import type { DeployRun } from './deploy-run.ts';
import { HeardLog } from './heard-log.ts';
import {
  areReady,
  hasFailed,
  isReadyLine,
  type LogLine,
  type MacroIdentity,
  readRunLog,
  sinceStart,
} from './macro-log.ts';
import { type RuntimeStatus, readRuntimeStatus } from './runtime-status.ts';

/** How it went after a restart. */
export interface Verdict {
  /** What condemns the set, one reason a line; empty for a good one. */
  readonly reasons: readonly string[];
  /** The log lines behind the reasons. */
  readonly lines: readonly LogLine[];
  /** What this connection cannot show. */
  readonly notProved: readonly string[];
}

/** What the set before it logged as errors condemns no other set. */
export type KnownErrors = readonly LogLine[];

/** Lines of the log that stand for a macro which says nothing of itself. */
const SHOWN = 10;

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
  if (run.stayUpMs > 0 && judge(run, macros, known, lines()).reasons.length === 0) {
    await stayUp(run, (over) => log.until(() => newErrors(macros, known, lines()).length > 0, over));
  }
  const after = await readRuntimeStatus(connection);
  return joined(judge(run, macros, known, lines()), crashed(before, after), []);
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
  if (log) return joined(judge(run, macros, known, log), status, []);
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

function judge(
  { readyTimeoutMs }: DeployRun,
  macros: readonly MacroIdentity[],
  known: KnownErrors,
  lines: readonly LogLine[],
): Verdict {
  const missing = macros.filter((macro) => !lines.some((line) => isReadyLine(macro, line)));
  const silent = missing.map((macro) =>
    hasTold(macro, known, lines)
      ? `${macro.name} could not start`
      : `${macro.name} has not said within ${readyTimeoutMs / 1000} s that it is ready`,
  );
  const errors = newErrors(macros, known, lines);
  const faulty = [...new Set(errors.map(({ macro }) => macro))].filter(
    (name) => !missing.some((macro) => macro.name === name),
  );
  const names = new Set(missing.map(({ name }) => name));
  const shown = lines.filter(({ macro }) => names.has(macro) || (names.size > 0 && macro === '[system]'));
  const last = new Set([...shown.slice(-SHOWN), ...errors]);
  return {
    reasons: [...silent, ...faulty.map((name) => `${name} logs errors that the set before it did not log`)],
    lines: lines.filter((line) => last.has(line)),
    notProved: [],
  };
}

/** Nothing more is to be waited for: it is ready, or it has said why not. */
const hasTold = (macro: MacroIdentity, known: KnownErrors, lines: readonly LogLine[]): boolean =>
  lines.some((line) => isReadyLine(macro, line) || hasFailed(macro, line)) ||
  newErrors([macro], known, lines).some(({ macro: name }) => name === macro.name);

/** Errors of these macros that are new. The text with its place is what makes an error another one. */
function newErrors(
  macros: readonly MacroIdentity[],
  known: KnownErrors,
  lines: readonly LogLine[],
): readonly LogLine[] {
  const isKnown = (line: LogLine) =>
    known.some(({ macro, message }) => macro === line.macro && message === line.message);
  return lines.filter(
    (line) =>
      /^error$/i.test(line.level) &&
      (line.macro === '[system]' || macros.some(({ name }) => name === line.macro)) &&
      !isKnown(line),
  );
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
