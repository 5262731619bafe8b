import type { MacroBundle } from '#scripts/build/bundle-macros';
import { readMacroHeader } from '#scripts/build/macro-header';
import type { DeviceMacro } from './device-macros.ts';

/** A macro as a device shall have it. */
export interface WantedMacro {
  readonly name: string;
  readonly source: string;
  /** SHA-256 in hex, as its first line says and as the macro reports it. */
  readonly hash: string;
  /** Length of the source in UTF-8. */
  readonly bytes: number;
  readonly isActive: boolean;
}

export const wantedBundle = ({ name, source, hash, bytes }: MacroBundle): WantedMacro => {
  return { name, source, hash, bytes, isActive: true };
};

/** The set that a device has, to bring it back later. */
export const wantedMacro = ({ name, source, isActive }: DeviceMacro): WantedMacro => {
  return { name, source, hash: hashInHeader(source), bytes: Buffer.byteLength(source), isActive };
};

/** What the first line of one of our macros says; empty where it says none. */
export const hashInHeader = (source: string): string => readMacroHeader(source)?.hash ?? '';

/** The device may add or drop the last line's end. */
export const sameSource = (one: string | undefined, other: string): boolean =>
  one?.trimEnd() === other.trimEnd();

export const activeOf = (macros: readonly WantedMacro[]) => macros.filter(({ isActive }) => isActive);
