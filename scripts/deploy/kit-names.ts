import { isOurMacro } from '#scripts/build/macro-header';
import type { DeviceMacro } from './device-macros.ts';

/** Held while somebody deploys; never active. */
export const LOCK = 'kit--lock';
/** Ends a switch-over that was cut off; active only while one is under way. */
export const SWITCH = 'kit--switch';

const STAGED = '--next';

/** Where the new version of a macro waits, inactive, until it takes the old one's place. */
export const stagedName = (name: string) => `${name}${STAGED}`;

/** The macros of a device, by whose they are and what for. */
export interface SortedMacros {
  /** Deployed by this kit, under their own names. */
  readonly ours: readonly DeviceMacro[];
  readonly foreign: readonly DeviceMacro[];
  /** New versions that wait. Outside of a deployment they are leftovers. */
  readonly staged: readonly DeviceMacro[];
  readonly lock: DeviceMacro | undefined;
  readonly switch: DeviceMacro | undefined;
}

/** A foreign macro stays foreign whatever its name is. */
export function sortMacros(macros: readonly DeviceMacro[]): SortedMacros {
  const kit = macros.filter(({ source }) => isOurMacro(source));
  const isTool = ({ name }: DeviceMacro) => name === LOCK || name === SWITCH;
  const isStaged = ({ name }: DeviceMacro) => name.endsWith(STAGED);
  return {
    ours: kit.filter((macro) => !isTool(macro) && !isStaged(macro)),
    foreign: macros.filter((macro) => !kit.includes(macro)),
    staged: kit.filter(isStaged),
    lock: kit.find(({ name }) => name === LOCK),
    switch: kit.find(({ name }) => name === SWITCH),
  };
}
