import { Command } from 'commander';
import type { Directive } from '#contract';
import {
  type InvokeOptions,
  invokePlainSkill,
  invokeSkill,
  type SkillInvocation,
  type SkillRequestDraft,
} from '#simulator/assistant/skill-client';
import type { CommandContext } from '../lib/command.ts';
import { UserError } from '../lib/user-error.ts';
import { asUserError } from './as-user-error.ts';
import { addressOf, registrationOf } from './find-skill.ts';

interface InvokeFlags {
  readonly url?: string;
  readonly keys?: string;
  readonly state?: string;
  readonly plain: boolean;
  readonly json: boolean;
}

/** `skill invoke NAME "text"`: one turn, without device and Assistant. */
export const invokeCommand = (context: CommandContext): Command =>
  new Command('invoke')
    .description('Sends one turn, encrypted and signed as the service does it, and shows the directives.')
    .argument('<words...>', 'the name of the skill (not with --url), then what is said to it')
    .option('--url <url>', 'the address of the skill, for one that runs elsewhere')
    .option('--keys <folder>', "folder with the key and the secret; the skill's own if not given")
    .option('--state <name>', 'the target dialogue state, such as skill_intro')
    .option('--plain', 'neither encrypted nor signed; the server must have been told to take it', false)
    .option('--json', 'answer in JSON: request and response', false)
    .action(async (words: string[], flags: InvokeFlags) => {
      const target = flags.url ?? words[0] ?? '';
      const text = (flags.url === undefined ? words.slice(1) : words).join(' ');
      if (text === '' && flags.state === undefined) {
        throw new UserError(
          'no-words',
          `What shall be said? Type: npm run skill -- invoke ${target} "turn on"`,
        );
      }
      const invocation = await invoke(context, target, draftOf(text, flags), flags).catch(asUserError);
      context.out.write(flags.json ? toJson(invocation) : toLines(invocation));
    });

async function invoke(
  context: CommandContext,
  target: string,
  draft: SkillRequestDraft,
  { plain, keys }: InvokeFlags,
): Promise<SkillInvocation> {
  const options: InvokeOptions = { signal: context.signal };
  if (plain) return invokePlainSkill(addressOf(context, target), draft, options);
  return invokeSkill(await registrationOf(context, target, keys), draft, options);
}

function draftOf(text: string, { state }: InvokeFlags): SkillRequestDraft {
  return {
    text,
    params: {
      target_dialogue_state: state ?? null,
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      timestamp: Date.now(),
      language: 'en',
      locale: 'en_US',
    },
    frame: {},
  };
}

const toJson = ({ request, response, stages }: SkillInvocation): string =>
  `${JSON.stringify({ request, response, stages })}\n`;

function toLines({ response, stages }: SkillInvocation): string {
  const sending = stages.find(({ stage }) => stage === 'send')?.milliseconds ?? 0;
  return [...response.directives.map(toLine), `answered in ${sending.toFixed(0)} ms`, ''].join('\n');
}

function toLine({ name, payload }: Directive): string {
  return Object.keys(payload).length === 0 ? name : `${name.padEnd(16)} ${JSON.stringify(payload)}`;
}
