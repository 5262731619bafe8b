import { resolve } from 'node:path';
import { readConfig } from '#server/config';
import type { CommandContext } from '../lib/command.ts';
import { environmentOf } from '../lib/environment.ts';
import { UserError } from '../lib/user-error.ts';

/** The folder that holds a folder of keys for each skill: the one from which the server reads them. */
export function keysDirectory(context: CommandContext): string {
  const { SKILL_KEYS, DATA_DIRECTORY } = environmentOf(context);
  return resolve(context.root, readConfig({ SKILL_KEYS, DATA_DIRECTORY }).keysDirectory);
}

/** @throws UserError for what cannot be the name of a skill */
export function checkSkillName(name: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return name;
  throw new UserError(
    'bad-name',
    `"${name}" cannot be the name of a skill: lower-case letters, digits, hyphens.`,
  );
}
