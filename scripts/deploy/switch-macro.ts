import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { macroHeader } from '#scripts/build/macro-header';
import { SWITCH } from './kit-names.ts';
import { type SwitchCommand, SwitchCommandsSchema } from './switch-commands.ts';

const PLAN = '// plan ';

/**
 * A macro that ends a switch-over which was cut off, when the device next starts its macros: activating it is the
 * one command with which the new set takes over. Its second line is the list of commands, for the deployer.
 */
export function switchMacro(commands: readonly SwitchCommand[]): string {
  const body = `${PLAN}${JSON.stringify(commands)}\n${codeOf(commands)}`;
  return `${macroHeader(SWITCH, '1', createHash('sha256').update(body).digest('hex'))}\n${body}`;
}

/** The commands that such a macro holds; `undefined` when it is not one. */
export function commandsIn(source: string): readonly SwitchCommand[] | undefined {
  const line = source.split('\n')[1] ?? '';
  if (!line.startsWith(PLAN)) return undefined;
  try {
    return v.parse(SwitchCommandsSchema, JSON.parse(line.slice(PLAN.length)));
  } catch {
    return undefined;
  }
}

/** ES2020. What has no name any more was renamed or removed before. */
const codeOf = (commands: readonly SwitchCommand[]) => `import xapi from 'xapi';

const commands = ${JSON.stringify(commands)};

async function finish() {
  const { Macro, Runtime } = xapi.Command.Macros;
  for (const { verb, name, newName } of commands) {
    const { Macro: saved = [] } = await Macro.Get({});
    if (![].concat(saved).some((macro) => macro.Name === name)) continue;
    await Macro[verb](newName ? { Name: name, NewName: newName, Overwrite: 'True' } : { Name: name });
  }
  await Macro.Remove({ Name: '${SWITCH}' });
  await Runtime.Restart();
}

finish().catch((error) => console.error('The switch-over could not be finished: ' + error.message));
`;
