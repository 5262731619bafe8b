import { join, resolve } from 'node:path';
import type { SkillAddress, SkillRegistration } from '#simulator/assistant/skill-client';
import type { CommandContext } from '../lib/command.ts';
import { readRunning } from '../lib/running.ts';
import { readSkillKeys } from '../lib/skill-keys.ts';
import { UserError } from '../lib/user-error.ts';
import { checkSkillName, keysDirectory } from './keys-directory.ts';

/** The server's address when nothing else is known. */
const DEFAULT_SERVER = 'http://127.0.0.1:3000';

/** Where a skill listens: at the given URL, or by its name on the server that runs here. */
export function addressOf(context: CommandContext, target: string): SkillAddress {
  if (!/^https?:\/\//i.test(target)) {
    const server = readRunning(context.root)?.server ?? DEFAULT_SERVER;
    return { name: target, url: new URL(`/skills/${checkSkillName(target)}`, server).href };
  }
  if (!URL.canParse(target)) throw new UserError('bad-url', `"${target}" is no address.`);
  return { name: new URL(target).pathname.split('/').findLast((part) => part !== '') ?? target, url: target };
}

/** The same with the newest keys out of a folder; that of the skill's name when none is given. */
export async function registrationOf(
  context: CommandContext,
  target: string,
  keysFolder: string | undefined,
): Promise<SkillRegistration> {
  const address = addressOf(context, target);
  const folder = keysFolder ? resolve(context.root, keysFolder) : join(keysDirectory(context), address.name);
  const keys = await readSkillKeys(folder);
  if (keys !== undefined) return { ...address, ...keys };
  throw new UserError(
    'no-keys',
    `There are no keys in ${folder}. Type: npm run skill -- keys ${address.name}`,
  );
}
