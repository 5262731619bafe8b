import type { MacroBundle } from '#scripts/build/bundle-macros';
import { isOurMacro } from '#scripts/build/macro-header';
import { UserError } from '#scripts/lib/user-error';
import type { DeviceMacro } from './device-macros.ts';

/** What is to be done with one macro. Neither means that it stays as it is. */
export interface MacroPlan {
  readonly bundle: MacroBundle;
  readonly save: boolean;
  readonly activate: boolean;
}

/** A device runs at most so many macros. */
const ACTIVE_MAX = 10;

/**
 * What must change on a device so that it has these macros. Macros that this kit did not deploy are not part of
 * any plan.
 *
 * @throws UserError `foreign-macro` when one of them has a name of ours, `too-many-macros`
 */
export function planDeployment(
  label: string,
  bundles: readonly MacroBundle[],
  onDevice: readonly DeviceMacro[],
): MacroPlan[] {
  const known = new Map(onDevice.map((macro) => [macro.name, macro]));
  const foreign = bundles
    .flatMap(({ name }) => known.get(name) ?? [])
    .filter(({ source }) => !isOurMacro(source));
  if (foreign.length > 0) throw foreignMacro(label, foreign);
  checkActive(label, bundles, onDevice);
  return bundles.map((bundle) => {
    const macro = known.get(bundle.name);
    // The device may add or drop the last line's end.
    const save = macro?.source.trimEnd() !== bundle.source.trimEnd();
    return { bundle, save, activate: !macro?.isActive };
  });
}

function foreignMacro(label: string, foreign: readonly DeviceMacro[]): UserError {
  const names = foreign.map(({ name }) => name).join(', ');
  return new UserError(
    'foreign-macro',
    `${label}: ${names} is there already, and this kit did not deploy it. Rename or remove it on the device: xCommand Macros Macro Rename Name: "${foreign[0]?.name}" NewName: "…"`,
  );
}

function checkActive(label: string, bundles: readonly MacroBundle[], onDevice: readonly DeviceMacro[]): void {
  const ours = new Set(bundles.map(({ name }) => name));
  const others = onDevice.filter(({ name, isActive }) => isActive && !ours.has(name)).map(({ name }) => name);
  if (others.length + ours.size <= ACTIVE_MAX) return;
  throw new UserError(
    'too-many-macros',
    `${label} runs at most ${ACTIVE_MAX} macros; with ${[...ours].join(', ')} it would be ${others.length + ours.size}. Deactivate some of: ${others.join(', ')}`,
  );
}
