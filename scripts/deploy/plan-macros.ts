import type { DeployReport, MacroAction } from './deploy-report.ts';
import type { DeviceMacro } from './device-macros.ts';
import { stagedName } from './kit-names.ts';
import { sameSource, type WantedMacro } from './macro-set.ts';
import type { SwitchCommand } from './switch-commands.ts';

/** What is to be done with one macro. */
export interface MacroChange {
  readonly name: string;
  readonly action: MacroAction;
  /** Absent for one that is removed, or only deactivated. */
  readonly wanted: WantedMacro | undefined;
  /** As it is on the device; absent for a new one. */
  readonly before: DeviceMacro | undefined;
}

/** Which macros of ours go: all that are not wanted, or these. */
export type UnwantedMacros = 'others' | readonly string[];

/**
 * What must change so that a device has this set. `ours` are the macros of ours that it has. One that a foreign macro
 * imports is not removed, only deactivated.
 */
export function planMacros(
  wanted: readonly WantedMacro[],
  ours: readonly DeviceMacro[],
  foreign: readonly DeviceMacro[],
  remove: UnwantedMacros,
): MacroChange[] {
  const changes = wanted.map((macro) => {
    const before = ours.find(({ name }) => name === macro.name);
    return { name: macro.name, action: actionFor(macro, before), wanted: macro, before };
  });
  const others = ours.filter(({ name }) => !wanted.some((macro) => macro.name === name));
  const unwanted = remove === 'others' ? others : others.filter(({ name }) => remove.includes(name));
  return [...changes, ...unwanted.map((before) => withdraw(before, foreign))];
}

function actionFor(macro: WantedMacro, before: DeviceMacro | undefined): MacroAction {
  if (!sameSource(before?.source, macro.source)) return 'save';
  if (before?.isActive === macro.isActive) return 'keep';
  return macro.isActive ? 'activate' : 'deactivate';
}

function withdraw(before: DeviceMacro, foreign: readonly DeviceMacro[]): MacroChange {
  const isNeeded = foreign.some(({ source }) => imports(source, before.name));
  const action = isNeeded ? (before.isActive ? 'deactivate' : 'keep') : 'remove';
  return { name: before.name, action, wanted: undefined, before };
}

/** `import x from './name'`, `import 'name.js'`, `require('./name')`. */
function imports(source: string, name: string): boolean {
  const specifiers = source.matchAll(/(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(["'])(.*?)\1/g);
  return [...specifiers].some(([, , specifier = '']) =>
    [name, `${name}.js`].includes(specifier.replace(/^\.\//, '')),
  );
}

/** A change that one command makes: the device has the macro, and it stays active or inactive. */
export const isSingleSave = ({ action, wanted, before }: MacroChange): boolean =>
  action === 'save' && wanted !== undefined && before?.isActive === wanted.isActive;

/**
 * The commands that bring in what is staged. Those that free a place come first, so that no more macros are active
 * on the way than before or after.
 */
export function switchCommands(changes: readonly MacroChange[]): SwitchCommand[] {
  const named = (action: MacroAction) => changes.filter((change) => change.action === action);
  const saved = named('save');
  const activated = [...saved.filter(({ wanted }) => wanted?.isActive), ...named('activate')];
  return [
    ...named('remove').map(({ name }) => ({ verb: 'Remove' as const, name })),
    ...named('deactivate').map(({ name }) => ({ verb: 'Deactivate' as const, name })),
    ...saved.map(({ name }) => ({ verb: 'Rename' as const, name: stagedName(name), newName: name })),
    ...activated.map(({ name }) => ({ verb: 'Activate' as const, name })),
  ];
}

export const hasChanges = (changes: readonly MacroChange[]) =>
  changes.some(({ action }) => action !== 'keep');

export function reportChanges(changes: readonly MacroChange[], dryRun: boolean): DeployReport['macros'] {
  return changes.map(({ name, action, wanted, before }) => {
    const saved = action === 'save' && !dryRun;
    const isNewlyActive = wanted?.isActive === true && before?.isActive !== true;
    const activated = isNewlyActive && !dryRun;
    return { name, action, hash: wanted?.hash ?? '', bytes: wanted?.bytes ?? 0, saved, activated };
  });
}

/** The macros of ours that a device has when the changes are made. */
export function setAfter(changes: readonly MacroChange[], found: readonly WantedMacro[]): WantedMacro[] {
  const untouched = found.filter(({ name }) => !changes.some((change) => change.name === name));
  const made = changes.flatMap(({ name, action, wanted }): WantedMacro[] => {
    if (wanted) return [wanted];
    const kept = action === 'remove' ? undefined : found.find((macro) => macro.name === name);
    return kept ? [{ ...kept, isActive: false }] : [];
  });
  return [...untouched, ...made];
}
