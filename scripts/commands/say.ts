import { createInterface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import picocolors from 'picocolors';
import type { TurnRecord } from '#simulator/assistant/turn-record';
import type { CommandContext } from '../lib/command.ts';
import { findDevice, findSimulator } from '../lib/control-client.ts';
import { turnText } from '../say/turn-text.ts';

interface SayOptions {
  readonly host?: string;
  readonly console?: string;
  readonly json: boolean;
}

export default (context: CommandContext) =>
  new Command('say')
    .description('Says something to the running simulated device and shows the whole turn.')
    .argument(
      '[words...]',
      'what to say, such as "ok webex, open room"; without words it asks, or reads lines',
    )
    .option('--host <name>', 'the simulated device (default: the first)')
    .option(
      '--console <url>',
      'the address of its console (default: the simulator that runs from this folder)',
    )
    .option('--json', 'the whole turn as one line of JSON', false)
    .action(async (words: string[], options: SayOptions) => {
      const speak = await speaker(context, options);
      if (words.length > 0) return succeed([await speak(words.join(' '))]);
      if (isTerminal(context.input)) return converse(context, speak);
      return succeed(await sayLines(context, speak));
    });

type Speak = ((text: string) => Promise<TurnRecord>) & { readonly target: string };

/** Says one thing and prints the turn. */
async function speaker(context: CommandContext, options: SayOptions): Promise<Speak> {
  const simulator = findSimulator(context, options.console);
  const { name } = await findDevice(simulator, options.host);
  const target = `SIM ${name}`;
  const colors = picocolors.createColors(isTerminal(context.out) && context.env.NO_COLOR === undefined);
  const speak = async (text: string) => {
    const turn = await simulator.say(name, text);
    context.out.write(options.json ? `${JSON.stringify(turn)}\n` : turnText(target, turn, colors));
    return turn;
  };
  return Object.assign(speak, { target });
}

/** A pipe: each line is an utterance. */
async function sayLines(context: CommandContext, speak: Speak): Promise<TurnRecord[]> {
  const turns: TurnRecord[] = [];
  const lines = createInterface({ input: context.input, signal: context.signal });
  for await (const line of lines) {
    if (line.trim() !== '') turns.push(await speak(line));
  }
  return turns;
}

/** A terminal: a prompt with history, until Ctrl-D. */
async function converse({ input, out: output, signal }: CommandContext, speak: Speak): Promise<void> {
  const terminal = createInterface({ input, output, signal, prompt: `${speak.target} > ` });
  terminal.on('SIGINT', () => terminal.close());
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== '') await speak(line);
    terminal.prompt();
  }
  output.write('\n');
}

/** The turn itself has been printed; what is left to tell of a failure is the exit code. */
function succeed(turns: readonly TurnRecord[]): void {
  if (turns.some(({ error }) => error !== null)) throw new CommanderError(1, 'say.turn-failed', '');
}

const isTerminal = (stream: object): boolean => 'isTTY' in stream && stream.isTTY === true;
