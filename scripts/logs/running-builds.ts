import { readMacroHeader } from '#scripts/build/macro-header';
import type { DeviceConnection } from '#scripts/deploy/connect';
import { readMacros } from '#scripts/deploy/device-macros';
import { type DeviceLine, isRuntimeStart } from './device-line.ts';

const READY = /^ready (\S+) ([0-9a-f]{64})$/;

/** From one start of the runtime to the next: in that time a macro is always the same code. */
export interface Run {
  /** Hash by macro, as each has said of itself. */
  readonly said: Map<string, string>;
  /** Hash by macro, as the saved sources have it. */
  saved?: Promise<ReadonlyMap<string, string>> | undefined;
}

/** Knows which build of a macro wrote a line of the log. */
export class RunningBuilds {
  #run: Run = { said: new Map() };

  /** Takes the next line. The run that it belongs to also learns from lines that are noted later. */
  note(line: DeviceLine): Run {
    if (isRuntimeStart(line)) this.startAnew();
    const [, macro, hash] = READY.exec(line.message.trim()) ?? [];
    if (macro !== undefined && macro === line.macro && hash !== undefined) this.#run.said.set(macro, hash);
    return this.#run;
  }

  /** Lines are missing, and a start of the runtime may be among them. */
  startAnew(): void {
    this.#run = { said: new Map() };
  }

  /**
   * What a macro has said of itself counts. One that failed before it could say anything is, in the run that goes
   * on, taken for the saved one.
   */
  async hashOf(macro: string, run: Run, connection: DeviceConnection): Promise<string | undefined> {
    const said = run.said.get(macro);
    if (said !== undefined || run !== this.#run) return said;
    run.saved ??= savedHashes(connection).catch(() => {
      run.saved = undefined;
      return new Map();
    });
    return (await run.saved).get(macro);
  }
}

async function savedHashes(connection: DeviceConnection): Promise<ReadonlyMap<string, string>> {
  const macros = await readMacros(connection);
  return new Map(
    macros.flatMap(({ name, source }) => {
      const header = readMacroHeader(source);
      return header?.name === name ? [[name, header.hash] as const] : [];
    }),
  );
}
