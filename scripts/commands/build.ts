import { Command } from 'commander';
import { ensureBuilt } from '../build/ensure-built.ts';
import type { CommandContext } from '../lib/command.ts';

export default (context: CommandContext) =>
  new Command('build')
    .description('Builds the pages and the console into dist/, where their sources changed.')
    .action(async () => {
      await ensureBuilt(context.root, (line) => context.err.write(`${line}\n`));
    });
