import * as v from 'valibot';
import type { DeviceMacro } from './device-macros.ts';

const verbs = ['Remove', 'Deactivate', 'Rename', 'Activate'] as const;

const CommandSchema = v.object({
  verb: v.picklist(verbs),
  name: v.string(),
  /** Of a `Rename`, which replaces what has that name. */
  newName: v.optional(v.string()),
});

/**
 * One command below `Macros Macro` of a switch-over. Each can be repeated: what has been done already is seen from
 * the names that are there (`remaining`).
 */
export type SwitchCommand = v.InferOutput<typeof CommandSchema>;

export const SwitchCommandsSchema = v.array(CommandSchema);

/** What the device is to be sent. */
export function deviceCommand({ verb, name, newName }: SwitchCommand) {
  const params = newName === undefined ? { Name: name } : { Name: name, NewName: newName, Overwrite: 'True' };
  return { path: `Macros Macro ${verb}`, params };
}

/** A device that has these macros after the commands; those whose macro is gone were done before. */
export function afterCommands(
  macros: readonly DeviceMacro[],
  commands: readonly SwitchCommand[],
): readonly DeviceMacro[] {
  return commands.reduce((all, command) => (isDone(all, command) ? all : afterCommand(all, command)), macros);
}

/** The commands that still have something to do. */
export function remaining(
  macros: readonly DeviceMacro[],
  commands: readonly SwitchCommand[],
): readonly SwitchCommand[] {
  let all = macros;
  return commands.filter((command) => {
    if (isDone(all, command)) return false;
    all = afterCommand(all, command);
    return true;
  });
}

function isDone(macros: readonly DeviceMacro[], { verb, name }: SwitchCommand): boolean {
  const macro = macros.find((each) => each.name === name);
  if (verb === 'Activate') return macro?.isActive ?? true;
  if (verb === 'Deactivate') return !macro?.isActive;
  return macro === undefined;
}

function afterCommand(
  macros: readonly DeviceMacro[],
  { verb, name, newName = name }: SwitchCommand,
): readonly DeviceMacro[] {
  if (verb === 'Remove') return macros.filter((macro) => macro.name !== name);
  if (verb === 'Rename') {
    const others = macros.filter((macro) => macro.name !== newName);
    return others.map((macro) => (macro.name === name ? { ...macro, name: newName } : macro));
  }
  const isActive = verb === 'Activate';
  return macros.map((macro) => (macro.name === name ? { ...macro, isActive } : macro));
}
