import { createHash } from 'node:crypto';
import type { MacroSettings } from './target.ts';

/** SHA-256 of each value, by macro and setting: enough to see that one has changed, whatever it is. */
export type SettingsDigest = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Of the settings of these macros; one without settings has an empty entry. */
export const digestSettings = (macros: readonly string[], settings: MacroSettings): SettingsDigest =>
  Object.fromEntries(
    macros.map((macro) => [
      macro,
      Object.fromEntries(Object.entries(settings[macro] ?? {}).map(([name, value]) => [name, digest(value)])),
    ]),
  );

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Names of the settings of a macro that are new, gone or different; none when nothing is known of before. */
export function changedSettings(
  before: SettingsDigest | undefined,
  after: SettingsDigest,
  macro: string,
): string[] {
  const [old, fresh] = [before?.[macro], after[macro] ?? {}];
  if (old === undefined) return [];
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names].filter((name) => old[name] !== fresh[name]).sort();
}
