import type { DeployRun } from './deploy-run.ts';
import { hasFailed, isReadyLine, type LogLine, type MacroIdentity } from './macro-log.ts';

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

/** What the log since a restart says of these macros. */
export function judgeLog(
  { readyTimeoutMs }: Pick<DeployRun, 'readyTimeoutMs'>,
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
export const hasTold = (macro: MacroIdentity, known: KnownErrors, lines: readonly LogLine[]): boolean =>
  lines.some((line) => isReadyLine(macro, line) || hasFailed(macro, line)) ||
  newErrors([macro], known, lines).some(({ macro: name }) => name === macro.name);

/** Errors of these macros that are new. The text with its place is what makes an error another one. */
export function newErrors(
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
