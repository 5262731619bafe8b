import type { MacroBundle } from '#scripts/build/bundle-macros';
import type { DeviceConnection } from './connect.ts';
import { type DeviceState, readDevice } from './device-state.ts';
import { LOCK, SWITCH } from './kit-names.ts';
import { holderIn, isHeld } from './lock-holder.ts';
import { areReady, strangersRunning } from './macro-log.ts';
import { type WantedMacro, wantedBundle, wantedMacro } from './macro-set.ts';
import { hasChanges, type MacroChange, planMacros, type UnwantedMacros } from './plan-macros.ts';
import { macroRefusals, type Needy, neededSettings, type Refusal, settingRefusals } from './refusals.ts';

/** What would be done on a device, and what stands in the way. Nothing is changed by making one. */
export interface DevicePlan {
  readonly changes: readonly MacroChange[];
  /** Names of macros that are not ours, and are left alone. */
  readonly foreign: readonly string[];
  readonly refusals: readonly Refusal[];
  /** What an earlier run left behind, as lines that follow `would`. */
  readonly repairs: readonly string[];
  /** The macros must be restarted once. */
  readonly restart: boolean;
  readonly remarks: ReadonlyMap<string, string>;
  readonly state: DeviceState;
}

/** What a device shall have. */
export interface WantedSet {
  readonly macros: readonly WantedMacro[];
  readonly remove: UnwantedMacros;
  /** Which configurations the macros need. */
  readonly needy: readonly Needy[];
  /** What is to be said of a macro when it is saved, by name. */
  readonly remarks: ReadonlyMap<string, string>;
}

/** A set that a device had, all of it and nothing else. */
export const formerSet = (macros: readonly WantedMacro[]): WantedSet => ({
  macros,
  remove: 'others',
  needy: [],
  remarks: new Map(),
});

/** `remarkOn` is asked of each macro; its text goes before what is said of secrets. */
export const wantedSet = (
  bundles: readonly MacroBundle[],
  complete: boolean,
  remarkOn: (macro: string) => string = () => '',
): WantedSet => ({
  macros: bundles.map(wantedBundle),
  remove: complete ? 'others' : [],
  needy: bundles,
  remarks: new Map(bundles.map(({ name, secrets }) => [name, `${remarkOn(name)}${secretsRemark(secrets)}`])),
});

const secretsRemark = (secrets: readonly string[]) =>
  secrets.length > 0 ? `; its text holds secrets: ${secrets.join(', ')}` : '';

/**
 * What must change on a device so that it has these macros. Macros that this kit did not deploy are not part of any
 * plan.
 *
 * @throws ConnectionError, CommandRefused
 */
export const planDevice = (
  connection: DeviceConnection,
  bundles: readonly MacroBundle[],
  { complete = false }: { readonly complete?: boolean } = {},
): Promise<DevicePlan> => planSet(connection, wantedSet(bundles, complete));

/** @throws ConnectionError, CommandRefused */
export async function planSet(
  connection: DeviceConnection,
  wanted: WantedSet,
  held?: HeldLock,
): Promise<DevicePlan> {
  const { label } = connection.target;
  const state = await readDevice(connection, neededSettings(wanted.needy));
  const { ours, foreign } = state.macros;
  const changes = planMacros(wanted.macros, ours, foreign, wanted.remove);
  const active = wanted.macros.filter(({ isActive }) => isActive);
  const others = ours.filter(({ isActive }) => isActive).map(wantedMacro);
  const runs =
    areReady(active, state.log) && strangersRunning([...others, ...active], state.log).length === 0;
  return {
    changes,
    foreign: foreign.map(({ name }) => name),
    refusals: [
      ...settingRefusals(label, wanted.needy, state.settings),
      ...macroRefusals(label, changes, state.macros),
    ],
    repairs: repairsOf(state, held),
    restart: hasChanges(changes) || !runs,
    remarks: wanted.remarks,
    state,
  };
}

/** The lock of whoever plans. */
export interface HeldLock {
  isOn(source: string | undefined): boolean;
}

/** A lock that somebody holds is nothing to repair. */
function isLeftBehind(source: string, held: HeldLock | undefined): boolean {
  return !held?.isOn(source) && !isHeld(holderIn(source), Date.now());
}

function repairsOf({ macros, unfinished }: DeviceState, held: HeldLock | undefined): string[] {
  const { lock } = macros;
  return [
    ...(unfinished.length > 0 ? ['finish a switch-over that was cut off'] : []),
    ...(macros.switch ? [`remove ${SWITCH}, left behind`] : []),
    ...macros.staged.map(({ name }) => `remove ${name}, left behind`),
    ...(lock && isLeftBehind(lock.source, held) ? [`remove ${LOCK}, left behind`] : []),
  ];
}

/** Nothing is to be done at all. */
export const isUnchanged = ({ restart, repairs }: DevicePlan): boolean => !restart && repairs.length === 0;
