import type { Clock } from '#simulator/device/clock';
import type { Journal } from '#simulator/device/journal';
import type { DeviceCore } from '#simulator/device/types';

export type LogLevel = 'LOG' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';

/** One line of the macro log; `Offset` counts up from 1. */
export type LogLine = {
  readonly Level: LogLevel;
  /** Name of the macro, or `[system]`. */
  readonly Macro: string;
  readonly Message: string;
  readonly Offset: number;
  /** Device time, ISO 8601. */
  readonly Timestamp: string;
};

/** Lines kept for `Macros Log Get`. */
const KEPT = 2_000;
const SYSTEM = '[system]';

/** The macro log: kept for `Macros Log Get`, raised as events, and written to the journal. */
export class MacroLog {
  #lines: LogLine[] = [];
  #last = 0;

  constructor(
    private readonly device: { clock: Pick<Clock, 'now'>; journal: Journal; raise: DeviceCore['raise'] },
  ) {}

  add(level: LogLevel, macro: string, message: string): void {
    this.#last += 1;
    const line: LogLine = {
      Level: level,
      Macro: macro,
      Message: message,
      Offset: this.#last,
      Timestamp: new Date(this.device.clock.now()).toISOString(),
    };
    this.#lines.push(line);
    if (this.#lines.length > KEPT) this.#lines.shift();
    this.device.journal.add({
      origin: macro === SYSTEM ? 'device' : `macro:${macro}`,
      kind: 'log',
      path: macro,
      params: { Level: level, Message: message },
    });
    this.device.raise(['Macros', 'Log'], line);
  }

  system(message: string, level: LogLevel = 'INFO'): void {
    this.add(level, SYSTEM, message);
  }

  /** Lines whose offset is `offset` or more, oldest first. */
  from(offset: number): readonly LogLine[] {
    return this.#lines.filter((line) => line.Offset >= offset);
  }

  clear(): void {
    this.#lines = [];
  }
}
