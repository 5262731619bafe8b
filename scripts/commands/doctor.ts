import { Command, CommanderError } from 'commander';
import picocolors from 'picocolors';
import { createBundler } from '../build/bundle-macros.ts';
import { selectTargets } from '../deploy/select-targets.ts';
import { type DeviceReport, examineDevice } from '../doctor/examine-device.ts';
import { reportText } from '../doctor/report-text.ts';
import type { CommandContext } from '../lib/command.ts';
import { repeatable } from '../lib/repeatable.ts';

interface DoctorFlags {
  readonly host: readonly string[];
  readonly group: readonly string[];
  readonly all: boolean;
  readonly json: boolean;
}

const HELP = `
Looks only, and changes nothing on the device. Lines to type that begin with xConfiguration or xCommand are for the
device: over SSH, or under Developer API on its web page.

Exit code 0: all ok. 1: something is to be mended. 2: no device could be reached at all.`;

export default (context: CommandContext) =>
  new Command('doctor')
    .description(
      'Looks for what keeps the macros from working on a device, and says what to type to mend it.',
    )
    .addOption(repeatable('--host <name>', 'a device by name, pattern or address', 'the only one'))
    .addOption(repeatable('--group <name>', 'the devices of a group', 'none'))
    .option('--all', 'every device', false)
    .option('--json', 'the findings as one line of JSON a device', false)
    .addHelpText('after', HELP)
    .action(async ({ host: hosts, group: groups, all, json }: DoctorFlags) => {
      const { out, env, root, signal } = context;
      const targets = await selectTargets(context, { hosts, groups, all });
      const isTerminal = 'isTTY' in out && out.isTTY === true;
      const colors = picocolors.createColors(isTerminal && env.NO_COLOR === undefined);
      const bundler = createBundler(root);
      const reports = await Promise.all(
        targets.map(async (target) => {
          const report = await examineDevice(target, { bundler, signal });
          out.write(json ? `${JSON.stringify(report)}\n` : reportText(target.label, report, colors));
          return report;
        }),
      );
      const code = exitCode(reports);
      if (code !== 0) throw new CommanderError(code, 'doctor.found', '');
    });

function exitCode(reports: readonly DeviceReport[]): number {
  if (reports.every(({ ok }) => ok)) return 0;
  return reports.every(({ reachable }) => !reachable) ? 2 : 1;
}
