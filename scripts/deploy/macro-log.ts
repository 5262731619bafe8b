import * as v from 'valibot';
import type { DeviceConnection } from './connect.ts';

/** A line of the device's macro log; `macro` is `[system]` for the runtime's own. */
export interface LogLine {
  readonly level: string;
  readonly macro: string;
  readonly message: string;
}

/** What the deployer must know of a macro to know it again. */
export interface MacroIdentity {
  readonly name: string;
  readonly hash: string;
}

const LineSchema = v.pipe(
  v.object({
    Level: v.optional(v.string(), ''),
    Macro: v.optional(v.string(), ''),
    Message: v.optional(v.string(), ''),
  }),
  v.transform(({ Level, Macro, Message }): LogLine => ({ level: Level, macro: Macro, message: Message })),
);

/** What one piece of feedback or one answer holds of lines: one, several, or none that can be read. */
export function readLogLines(value: unknown): LogLine[] {
  return (Array.isArray(value) ? value : [value]).flatMap((line) => {
    const result = v.safeParse(LineSchema, line);
    return result.success ? [result.output] : [];
  });
}

export const isReadyLine = ({ name, hash }: MacroIdentity, line: LogLine) =>
  line.message.trim() === `ready ${name} ${hash}`;

export const hasFailed = ({ name }: MacroIdentity, { macro, message }: LogLine) =>
  macro === name && message.startsWith(`${name} could not start: `);

const isSystem = ({ macro }: LogLine) => macro === '[system]';
const isStart = (line: LogLine) => isSystem(line) && /starting macros/i.test(line.message);

/** Of the device's own log: what it holds since the runtime was last started; `undefined` where it does not say. */
export async function readRunLog(connection: DeviceConnection): Promise<readonly LogLine[] | undefined> {
  if (connection.lacks.has('logs')) return undefined;
  const answer = await connection.command('Macros Log Get', { Offset: 0 });
  const lines = readLogLines((answer as { Log?: unknown } | undefined)?.Log ?? []);
  const start = lines.findLastIndex(isStart);
  return start === -1 ? undefined : lines.slice(start);
}

/** What was heard since a restart was asked for, without what the old macros said to the last. */
export function sinceStart(lines: readonly LogLine[]): readonly LogLine[] {
  const start = lines.findIndex(isStart);
  return start === -1 ? lines : lines.slice(start);
}

/**
 * Whether the macros that run are the ones that are saved: since the runtime's last start each has logged that it
 * is ready. A deployment that was cut off before its restart is found out by this. A log that does not go back
 * so far proves nothing, and nothing is concluded from it.
 */
export const areReady = (macros: readonly MacroIdentity[], lines: readonly LogLine[] | undefined): boolean =>
  lines === undefined || macros.every((macro) => lines.some((line) => isReadyLine(macro, line)));

/** Macros that run although they are not among these any more, as far as the log tells. */
export function strangersRunning(
  macros: readonly MacroIdentity[],
  lines: readonly LogLine[] | undefined,
): string[] {
  const reports = (lines ?? []).flatMap(({ macro, message }) => {
    const [, name, hash] = /^ready (\S+) ([0-9a-f]{64})$/.exec(message.trim()) ?? [];
    return name !== undefined && name === macro ? [{ name, hash }] : [];
  });
  return reports
    .filter((report) => !macros.some(({ name, hash }) => name === report.name && hash === report.hash))
    .map(({ name }) => name);
}
