import { Command } from 'commander';
import { checkSkill } from '#simulator/assistant/skill-client';
import type { CommandContext } from '../lib/command.ts';
import { asUserError } from './as-user-error.ts';
import { registrationOf } from './find-skill.ts';

interface CheckOptions {
  readonly keys?: string;
  readonly json: boolean;
}

/** `skill check NAME|URL`: the health check of the skills service. */
export const checkCommand = (context: CommandContext): Command =>
  new Command('check')
    .description('Asks a skill to prove that it can read what is sealed for it, as the service does.')
    .argument('<skill>', 'its name on the server that runs here, or its whole address')
    .option('--keys <folder>', "folder with the key and the secret; the skill's own if not given")
    .option('--json', 'answer in JSON', false)
    .action(async (target: string, options: CheckOptions) => {
      const skill = await registrationOf(context, target, options.keys);
      const start = performance.now();
      await checkSkill(skill, { signal: context.signal }).catch(asUserError);
      const milliseconds = Math.round(performance.now() - start);
      const { name, url } = skill;
      context.out.write(
        options.json
          ? `${JSON.stringify({ skill: name, url, ok: true, milliseconds })}\n`
          : `${name} at ${url} is well: it read the challenge and gave it back, in ${milliseconds} ms.\n`,
      );
    });
