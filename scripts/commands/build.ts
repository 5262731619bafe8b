import { Command } from 'commander';
import { directives } from '#contract';
import type { CommandContext } from '#scripts/lib/command';
import { loadCatalogue } from '#xapi';

export default (context: CommandContext) =>
  new Command('build').description('x').action(() => {
    context.out.write(`${loadCatalogue().entries.length} ${directives().drafts.length}\n`);
  });
