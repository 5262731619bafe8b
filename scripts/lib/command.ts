import type { Readable, Writable } from 'node:stream';
import { type Command, CommanderError } from 'commander';
import { UserError } from './user-error.ts';

/** What a command may touch of the process, so that tests run it in process, on its printed output. */
export interface CommandContext {
  readonly out: Writable;
  readonly err: Writable;
  readonly input: Readable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C or SIGTERM: a command that runs until then cleans up and returns. */
  readonly signal: AbortSignal;
  /** The project's root folder. */
  readonly root: string;
}

/** One `npm run` command: its name, help, flags and action in one commander `Command`. */
export type CommandFactory = (context: CommandContext) => Command;

/** Runs a command and answers its exit code; nothing but a bug of ours shows a stack. */
export async function runCommand(
  factory: CommandFactory,
  argv: readonly string[],
  context: CommandContext,
): Promise<number> {
  const command = prepare(factory(context), context);
  try {
    await command.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, argv, context);
  }
}

function prepare(command: Command, context: CommandContext): Command {
  command.exitOverride().showHelpAfterError('Add --help for what it takes.');
  command.configureOutput({
    writeOut: (text) => context.out.write(text),
    writeErr: (text) => context.err.write(text),
  });
  for (const child of command.commands) prepare(child, context);
  return command;
}

function report(error: unknown, argv: readonly string[], context: CommandContext): number {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof UserError) {
    const asJson = JSON.stringify({ error: { code: error.code, message: error.message } });
    if (argv.includes('--json')) context.out.write(`${asJson}\n`);
    else context.err.write(`${error.message}\n`);
    return error.exitCode;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.err.write(`This is a bug of roomos-assistant-kit, please report it:\n${trace}\n`);
  return 70;
}
