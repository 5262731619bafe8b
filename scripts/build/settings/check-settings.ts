import { UserError } from '#scripts/lib/user-error';
import type { MacroSettings } from '../../deploy/target.ts';
import type { SettingsSchema } from './load-settings-schema.ts';
import { type CheckedSettings, readSettings } from './read-settings.ts';

/** The macros that there are. */
export interface KnownMacros {
  readonly names: readonly string[];
  /** Those that are to be built. */
  readonly chosen: readonly string[];
  schemaOf(name: string): Promise<SettingsSchema | undefined>;
}

/**
 * The settings that each chosen macro gets. What is said of the others is checked all the same.
 *
 * @throws UserError `bad-settings` with every fault: macro, field, what was found, what was expected
 */
export async function checkSettings(
  { names, chosen, schemaOf }: KnownMacros,
  settings: MacroSettings,
): Promise<ReadonlyMap<string, CheckedSettings>> {
  const wanted = names.filter((name) => chosen.includes(name) || settings[name]);
  const checked = await Promise.all(
    wanted.map(async (name) => [name, readSettings(await schemaOf(name), settings[name])] as const),
  );
  const unknown = Object.keys(settings).filter((name) => !names.includes(name));
  const faults = [
    ...unknown.map((name) => `${name}: there is no such macro. Known: ${names.join(', ')}.`),
    ...checked.flatMap(([name, { faults: found }]) => found.map((fault) => `${name}: ${fault}`)),
  ];
  if (faults.length > 0) {
    throw new UserError(
      'bad-settings',
      ['The settings are not as the macros expect them:', ...faults].join('\n  '),
      2,
    );
  }
  return new Map(checked.filter(([name]) => chosen.includes(name)));
}
