import * as v from 'valibot';

/** One line of a device's macro log, as the device has it. */
export interface DeviceLine {
  /** `DEBUG`, `LOG`, `INFO`, `WARN`, `ERROR`, in capitals. */
  readonly level: string;
  /** `[system]` for the runtime's own. */
  readonly macro: string;
  readonly message: string;
  /** Counts up by one a line; `null` where the device does not say. */
  readonly offset: number | null;
  /** Device time in milliseconds since 1970; `null` where the device does not say. */
  readonly time: number | null;
}

const LineSchema = v.object({
  Level: v.optional(v.string(), ''),
  Macro: v.optional(v.string(), ''),
  Message: v.string(),
  Offset: v.optional(v.union([v.number(), v.string()])),
  Timestamp: v.optional(v.string(), ''),
});

/** What one event, or the `Log` of `Macros Log Get`, holds of lines: one, several, or none that can be read. */
export function readDeviceLines(value: unknown): DeviceLine[] {
  return (Array.isArray(value) ? value : [value]).flatMap((line) => {
    const result = v.safeParse(LineSchema, line);
    return result.success ? [toLine(result.output)] : [];
  });
}

function toLine({ Level, Macro, Message, Offset, Timestamp }: v.InferOutput<typeof LineSchema>): DeviceLine {
  return {
    level: Level.toUpperCase(),
    macro: Macro,
    message: Message,
    offset: numberOrNull(Offset === '' ? undefined : Offset),
    time: numberOrNull(Timestamp === '' ? undefined : Date.parse(Timestamp)),
  };
}

function numberOrNull(value: number | string | undefined): number | null {
  const number = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The line with which the runtime begins to start the macros. */
export const isRuntimeStart = ({ macro, message }: Pick<DeviceLine, 'macro' | 'message'>): boolean =>
  macro === '[system]' && /starting macros/i.test(message);
