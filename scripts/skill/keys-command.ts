import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { CommandContext } from '../lib/command.ts';
import { addSkillKeys, ensureSkillKeys, pairsOf } from '../lib/skill-keys.ts';
import { UserError } from '../lib/user-error.ts';
import { checkSkillName, keysDirectory } from './keys-directory.ts';

interface KeysOptions {
  readonly bits: number;
  readonly rotate: boolean;
  readonly json: boolean;
}

/** `skill keys NAME`: makes what the skill is registered with. */
export const keysCommand = (context: CommandContext): Command =>
  new Command('keys')
    .description('Makes an RSA key pair and a secret for a skill; nothing that is there is written over.')
    .argument('<name>', 'the skill, as in its address')
    .option('--bits <number>', 'size of the key: 2048, 3072 or 4096', parseBits, 4096)
    .option('--rotate', 'add a second pair and secret, valid together with the first', false)
    .option('--json', 'answer in JSON', false)
    .action(async (name: string, options: KeysOptions) => {
      const directory = keysDirectory(context);
      const folder = join(directory, checkSkillName(name));
      const pair = await makePair(directory, name, folder, options);
      const file = (ending: string) => join(folder, `${pair}${ending}`);
      const files = {
        privateKey: file('.private.pem'),
        publicKey: file('.public.pem'),
        secret: file('.secret'),
      };
      context.out.write(options.json ? `${JSON.stringify({ skill: name, ...files })}\n` : tell(name, files));
    });

async function makePair(
  directory: string,
  name: string,
  folder: string,
  options: KeysOptions,
): Promise<string> {
  if (options.rotate) return addSkillKeys(directory, name, options.bits);
  if ((await pairsOf(folder)).length > 0) {
    throw new UserError(
      'keys-exist',
      `${name} has keys in ${folder}; they stay. For a second pair: npm run skill -- keys ${name} --rotate`,
    );
  }
  await ensureSkillKeys(directory, name, options.bits);
  return name;
}

function tell(name: string, files: { privateKey: string; publicKey: string; secret: string }): string {
  return `${name}: made ${files.privateKey}, for the server alone.
Register the skill with the public key in ${files.publicKey}
and the secret in ${files.secret}
Then: npm run skill -- check ${name}
`;
}

function parseBits(text: string): number {
  if (!['2048', '3072', '4096'].includes(text)) throw new InvalidArgumentError('2048, 3072 or 4096.');
  return Number(text);
}
