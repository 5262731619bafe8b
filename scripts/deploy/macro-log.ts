import * as v from 'valibot';
import type { MacroBundle } from '#scripts/build/bundle-macros';
import type { DeviceConnection } from './connect.ts';

/** A line of the device's macro log; `macro` is `[system]` for the runtime's own. */
export interface LogLine {
  readonly level: string;
  readonly macro: string;
  readonly message: string;
}

/** What the deployer must know of a macro to know it again. */
export type MacroIdentity = Pick<MacroBundle, 'name' | 'hash'>;

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

/**
 * Whether the macros that run are the ones that are saved: since the runtime's last start each has logged that it
 * is ready. A deployment that was cut off before its restart is found out by this. A log that does not go back
 * so far proves nothing, and nothing is concluded from it.
 */
export async function isRunning(
  connection: DeviceConnection,
  macros: readonly MacroIdentity[],
): Promise<boolean> {
  const answer = await connection.command('Macros Log Get', { Offset: 0 });
  const lines = readLogLines((answer as { Log?: unknown }).Log ?? []);
  const start = lines.findLastIndex(
    ({ macro, message }) => macro === '[system]' && /starting macros/i.test(message),
  );
  if (start === -1) return true;
  const since = lines.slice(start);
  return macros.every((macro) => since.some((line) => isReadyLine(macro, line)));
}
