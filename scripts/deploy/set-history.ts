import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { UserError } from '#scripts/lib/user-error';
import type { WantedMacro } from './macro-set.ts';
import type { SettingsDigest } from './settings-digest.ts';

const SetSchema = v.object({
  at: v.string(),
  macros: v.array(
    v.object({
      name: v.string(),
      source: v.string(),
      hash: v.string(),
      bytes: v.number(),
      isActive: v.boolean(),
    }),
  ),
  /** What the sources were compiled with, as `SettingsDigest`. */
  settings: v.optional(v.record(v.string(), v.record(v.string(), v.string())), {}),
});
const HistorySchema = v.object({ current: v.optional(SetSchema), previous: v.optional(SetSchema) });

/** A set of ours that a device had; `at` is ISO 8601. */
export type KeptSet = v.InferOutput<typeof SetSchema>;
/** `current` is the last set that was proved on the device, `previous` the one before it. */
export type SetHistory = v.InferOutput<typeof HistorySchema>;

/**
 * What a device had, kept on this machine for its owner alone: the sources hold the settings, secrets included.
 *
 * @throws UserError `bad-history` when the file cannot be read as what it is
 */
export async function readHistory(folder: string | undefined, device: string): Promise<SetHistory> {
  if (folder === undefined) return {};
  const file = fileOf(folder, device);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  try {
    return v.parse(HistorySchema, JSON.parse(text));
  } catch {
    throw new UserError('bad-history', `${file} cannot be read. Remove it to deploy without a way back.`, 2);
  }
}

/** Whoever is cut off leaves the old file or the new one, whole. */
export async function writeHistory(
  folder: string | undefined,
  device: string,
  history: SetHistory,
): Promise<void> {
  if (folder === undefined) return;
  const file = fileOf(folder, device);
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(history), { mode: 0o600 });
  await rename(draft, file);
}

export const keptSet = (macros: readonly WantedMacro[], settings: SettingsDigest): KeptSet => ({
  at: new Date().toISOString(),
  macros: [...macros],
  settings,
});

export const sameSet = (one: readonly WantedMacro[], other: readonly WantedMacro[]): boolean =>
  one.length === other.length &&
  one.every(({ name, hash, isActive }) =>
    other.some((macro) => macro.name === name && macro.hash === hash && macro.isActive === isActive),
  );

/** A device's name may be an address. */
const fileOf = (folder: string, device: string) => join(folder, encodeURIComponent(device), 'sets.json');
