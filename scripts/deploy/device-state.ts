import type { DeviceConnection } from './connect.ts';
import { CommandRefused } from './connection-error.ts';
import { type DeviceMacro, readMacros } from './device-macros.ts';
import { type SortedMacros, sortMacros } from './kit-names.ts';
import { type LogLine, readRunLog } from './macro-log.ts';
import { afterCommands, remaining, type SwitchCommand } from './switch-commands.ts';
import { commandsIn } from './switch-macro.ts';

/** What a device has before anything is done. */
export interface DeviceState {
  /** As they are when what was cut off has been finished. */
  readonly macros: SortedMacros;
  /** What is left of a switch-over that was cut off after its point of no return. */
  readonly unfinished: readonly SwitchCommand[];
  /** Configurations by path, such as `Macros Mode`; without those that the device does not have. */
  readonly settings: ReadonlyMap<string, string>;
  /** Since the runtime's last start; `undefined` where the device does not say. */
  readonly log: readonly LogLine[] | undefined;
}

/** In one round trip. @throws ConnectionError, CommandRefused */
export async function readDevice(
  connection: DeviceConnection,
  settings: readonly string[],
): Promise<DeviceState> {
  const [macros, log, ...values] = await Promise.all([
    readMacros(connection),
    readRunLog(connection),
    ...settings.map((path) => readSetting(connection, path)),
  ]);
  const known = settings.map((path, index) => [path, values[index]] as const);
  return {
    ...finish(macros),
    log,
    settings: new Map(known.flatMap(([path, value]) => (value === undefined ? [] : [[path, value]]))),
  };
}

function finish(macros: readonly DeviceMacro[]): Pick<DeviceState, 'macros' | 'unfinished'> {
  const found = sortMacros(macros).switch;
  const commands = found?.isActive ? (commandsIn(found.source) ?? []) : [];
  return {
    unfinished: remaining(macros, commands),
    macros: sortMacros(afterCommands(macros, commands)),
  };
}

/** Not every product has every setting. */
async function readSetting(connection: DeviceConnection, path: string): Promise<string | undefined> {
  try {
    const value = await connection.get(`Configuration ${path}`);
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (error instanceof CommandRefused) return undefined;
    throw error;
  }
}
