import { Command, CommanderError } from 'commander';
import { chooseView } from '../deploy/fleet/choose-view.ts';
import { checkFlags, type DeployFlags } from '../deploy/fleet/deploy-flags.ts';
import { deployFleet } from '../deploy/fleet/deploy-fleet.ts';
import { exitCodeOf } from '../deploy/fleet/fleet-report.ts';
import { oneDevice } from '../deploy/fleet/one-device.ts';
import { ReportFile } from '../deploy/fleet/report-file.ts';
import { checkMacroNames, SharedBuilds } from '../deploy/fleet/shared-builds.ts';
import { selectTargets } from '../deploy/select-targets.ts';
import type { DeployTarget } from '../deploy/target.ts';
import { watchFleet } from '../deploy/watch/watch-fleet.ts';
import type { CommandContext } from '../lib/command.ts';
import { parseCount } from '../lib/parse-count.ts';
import { repeatable } from '../lib/repeatable.ts';

const HELP = `
Devices stand in devices.yaml (see devices.example.yaml). Without that file they are those of the running simulator
(npm start). For --host wss://ADDRESS, ROOMOS_USERNAME and ROOMOS_PASSWORD are read from the environment or from .env.

Examples:
  npm run deploy:macros -- --host room1 --dry-run       what would change on room1, and what stands in the way
  npm run deploy:macros -- --host room1                 deploys, waits until each macro runs and stays up
  npm run deploy:macros -- --group floor-2 --canary 1   the first device of the group; if it is well, the others
  npm run deploy:macros -- --all --stop-after 3 --report deploy.json
  npm run deploy:macros -- --host 'lab-*' --only room-controls --watch
  npm run deploy:macros -- --host room1 --rollback      the set before this one

Exit code 0: all devices have what they should. 1: some have not. 2: none could be tried.`;

export default (context: CommandContext) =>
  new Command('deploy:macros')
    .description(
      'Builds the macros and brings them onto devices: saves what changed, restarts once, proves that they run.',
    )
    .addOption(
      repeatable(
        '--host <name>',
        'a device: a name, a pattern such as "lab-*", or an address such as wss://10.0.0.5',
        'the only one',
      ),
    )
    .addOption(repeatable('--group <name>', 'the devices of a group', 'none'))
    .option('--all', 'every device', false)
    .addOption(repeatable('--only <macro>', 'only this macro', 'all of them'))
    .option('--dry-run', 'only say what would be done', false)
    .option('--fix', 'switch on what the macros need and the device has off, after saying so', false)
    .option('--strict', 'check the macros against each device’s own schema, too', false)
    .option('--remove', 'take our macros off instead', false)
    .option('--rollback', 'bring back the set before this one instead', false)
    .option('--watch', 'deploy again whenever a source is saved, until Ctrl-C', false)
    .option('--canary <n>', 'the first n devices must succeed before the others are tried', parseCount(0))
    .option('--concurrency <n>', 'devices at once (default: 100)', parseCount(1))
    .option('--stop-after <n>', 'after n failures try no further device', parseCount(1))
    .option('--retries <n>', 'how often to try a device again that may come back (default: 4)', parseCount(0))
    .option('--stay-up <seconds>', 'how long restarted macros must stay up (default: 6)', parseCount(0))
    .option('--json', 'the outcome as one line of JSON', false)
    .option('--report <file>', 'the outcome as JSON into a file, besides')
    .addHelpText('after', HELP)
    .action(async (flags: DeployFlags) => {
      checkFlags(flags);
      if (!flags.remove) await checkMacroNames(context.root, flags.only);
      const selection = { hosts: flags.host, groups: flags.group, all: flags.all };
      const targets = await selectTargets(context, selection);
      if (flags.watch) await watchFleet(context, flags, targets);
      else await runOnce(context, flags, targets);
    });

async function runOnce(context: CommandContext, flags: DeployFlags, targets: readonly DeployTarget[]) {
  const { root, out, signal } = context;
  const { dryRun, remove, rollback, json, report: file, ...limits } = flags;
  const reportFile = file === undefined ? undefined : new ReportFile(root, file);
  const builds = new SharedBuilds(root, flags.only);
  const isDeploy = !remove && !rollback;
  const [first] = targets;
  if (isDeploy && first) await builds.tryFor(first);
  const view = chooseView(context, flags, targets);
  const startedAt = new Date().toISOString();
  const report = await deployFleet(targets, {
    ...limits,
    bundlesFor: async (target) => (isDeploy ? builds.for(target) : []),
    deployOne: oneDevice(root, flags),
    signal,
    onProgress: (event) => view.take(event),
  });
  view.finish(report);
  const action = remove ? 'remove' : rollback ? 'rollback' : 'deploy';
  const document = { action, dryRun, startedAt, ...report };
  reportFile?.write(document);
  if (json) out.write(`${JSON.stringify(document)}\n`);
  const code = exitCodeOf(report);
  // All has been said; only the exit code is left.
  if (code !== 0) throw new CommanderError(code, 'deploy.failed', '');
}
