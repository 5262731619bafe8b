import { Command } from 'commander';
import { bundleMacros } from '../build/bundle-macros.ts';
import { chooseBundles } from '../deploy/choose-bundles.ts';
import { deployMacros } from '../deploy/deploy-macros.ts';
import { findTarget } from '../deploy/find-target.ts';
import type { CommandContext } from '../lib/command.ts';
import { repeatable } from '../lib/repeatable.ts';

interface DeployFlags {
  readonly host?: string;
  readonly only: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
}

const HELP = `
Devices stand in devices.yaml (see devices.example.yaml). Without that file the device is one of the running
simulator (npm start). For --host wss://ADDRESS, ROOMOS_USERNAME and ROOMOS_PASSWORD are read from the environment
or from .env.

Exit code 0: deployed. 1: something failed on the way. 2: nothing was tried.`;

export default (context: CommandContext) =>
  new Command('deploy:macros')
    .description(
      'Builds the macros and brings them onto a device: saves what changed, restarts once, waits for each.',
    )
    .option(
      '--host <name>',
      'the device: a name, or an address such as wss://10.0.0.5 (default: the only one)',
    )
    .addOption(repeatable('--only <macro>', 'only this macro', 'all of them'))
    .option('--dry-run', 'only say what would be done', false)
    .option('--json', 'the outcome as one line of JSON', false)
    .addHelpText('after', HELP)
    .action(async ({ host, only, dryRun, json }: DeployFlags) => {
      const bundles = chooseBundles(await bundleMacros(context.root), only);
      const target = await findTarget(context, host);
      const say = (line: string) => void (json || context.out.write(`${line}\n`));
      const report = await deployMacros({ target, bundles, dryRun, say, signal: context.signal });
      if (json) context.out.write(`${JSON.stringify(report)}\n`);
    });
