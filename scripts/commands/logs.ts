import { Command, Option } from 'commander';
import { selectTargets } from '../deploy/select-targets.ts';
import type { CommandContext } from '../lib/command.ts';
import { repeatable } from '../lib/repeatable.ts';
import { LEVELS, type Level } from '../logs/line-filter.ts';
import { showLogs } from '../logs/show-logs.ts';
import { parseSince, type Since } from '../logs/since.ts';

interface LogsFlags {
  readonly host: readonly string[];
  readonly group: readonly string[];
  readonly all: boolean;
  readonly macro: readonly string[];
  readonly level?: Level;
  readonly text: string;
  readonly since?: Since;
  readonly follow: boolean;
  readonly json: boolean;
}

const HELP = `
Runs until Ctrl-C. A connection that is lost is made again; where lines are missing, it says so. Starts of the
macros' runtime are shown whatever the filter. Places in macros of ours are those of the TypeScript, as long as the
very build that runs is the one in dist/macros.

Exit code 0: ended by you, or by --no-follow. 1: a device was given up. 2: no device could be read.`;

export default (context: CommandContext) =>
  new Command('logs')
    .description("Shows the macros' log of devices, live, with places in the TypeScript.")
    .addOption(repeatable('--host <name>', 'a device by name, pattern or address', 'the only one'))
    .addOption(repeatable('--group <name>', 'the devices of a group', 'none'))
    .option('--all', 'every device', false)
    .addOption(repeatable('--macro <name>', 'only lines of this macro', 'all of them'))
    .addOption(new Option('--level <level>', 'only lines of this level and above').choices(LEVELS))
    .option('--text <words>', 'only lines with these words, in any case', '')
    .option(
      '--since <when>',
      'past lines too: 90s, 10m, 2h or 1d ago, an ISO time, or start for as far back as there are any',
      parseSince,
    )
    .option('--no-follow', 'only what is there already, from the start unless --since says otherwise')
    .option('--json', 'one JSON object a line', false)
    .addHelpText('after', HELP)
    .action(async ({ host, group, all, macro: macros, level, text, follow, since, json }: LogsFlags) => {
      const targets = await selectTargets(context, { hosts: host, groups: group, all });
      const from = since ?? (follow ? undefined : 'start');
      await showLogs(context, targets, { filter: { macros, level, text }, since: from, follow, json });
    });
