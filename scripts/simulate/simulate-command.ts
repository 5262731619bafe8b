import { once } from 'node:events';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type Simulator, SimulatorError, startSimulator } from '#simulator/main';
import type { CommandContext } from '../lib/command.ts';
import { keptCertificate } from '../lib/kept-certificate.ts';
import { parsePort } from '../lib/parse-port.ts';
import { repeatable } from '../lib/repeatable.ts';
import { removeRunning, writeRunning } from '../lib/running.ts';
import { UserError } from '../lib/user-error.ts';

interface SimulateOptions {
  readonly port: number;
  readonly json: boolean;
  readonly device: readonly string[];
  readonly product?: string;
  readonly release?: string;
  readonly frame: readonly string[];
  readonly ssh: boolean;
  readonly cloud: boolean;
}

/** An origin only: what else an address has means nothing to the page's policy. */
function parseOrigin(text: string): string {
  if (!/^https?:\/\/[^/\s;,]+\/?$/i.test(text) || !URL.canParse(text)) {
    throw new InvalidArgumentError('Expected an origin such as http://127.0.0.1:3001.');
  }
  return new URL(text).origin;
}

/** @param buildConsole makes sure that the console is built */
export const simulateCommand = (context: CommandContext, buildConsole: () => Promise<void>) =>
  new Command('simulate')
    .description('Runs simulated devices and their console until Ctrl-C, without a skill server.')
    .option(
      '--port <number>',
      'the console’s port; the next free one if it is taken, 0 for any',
      parsePort,
      3000,
    )
    .addOption(repeatable('--device <name>', 'a device', 'room1'))
    .option('--product <name>', 'what the devices are, such as "Desk Pro" (default: Board Pro 55)')
    .option('--release <version>', 'their RoomOS, such as 11.14 (default: the newest)')
    .addOption(
      repeatable(
        '--frame <origin>',
        'whose pages the console may show in web views',
        'nobody’s',
        parseOrigin,
      ),
    )
    .option('--ssh', 'open the devices’ shells over SSH, too', false)
    .option('--cloud', 'reach the devices by way of a simulated Webex REST API, too', false)
    .option('--json', 'say ready as one line of JSON', false)
    .action(async (options: SimulateOptions) => {
      await buildConsole();
      const simulator = await start(context, options).catch(asUserError);
      writeRunning(context.root, { console: simulator.url, pid: process.pid });
      try {
        context.out.write(options.json ? readyLine(simulator) : readyText(simulator));
        if (!context.signal.aborted) await once(context.signal, 'abort');
      } finally {
        removeRunning(context.root);
        await simulator.close();
      }
    });

async function start(context: CommandContext, options: SimulateOptions): Promise<Simulator> {
  const { product, release, port, frame, ssh, cloud } = options;
  const names = options.device.length > 0 ? options.device : ['room1'];
  return startSimulator({
    devices: names.map((name) => ({ name, product, release, ssh, cloud })),
    port,
    orNextPort: true,
    certificate: await keptCertificate(context.root),
    consoleDirectory: join(context.root, 'dist/console'),
    frameOrigins: frame,
  });
}

const readyLine = ({ url, devices }: Simulator) =>
  `${JSON.stringify({ ready: true, console: url, devices: devices.map(({ device }) => device.name) })}\n`;

function readyText({ url, devices }: Simulator): string {
  const lines = devices.map(
    ({ device, address, sshAddress, cloudAddress, username, password }) =>
      `  SIM ${device.name}  ${device.product}, RoomOS ${device.release}, ${[address, sshAddress, cloudAddress].filter(Boolean).join(', ')} (${username}, ${password})`,
  );
  return `Console  ${url}\n${lines.join('\n')}\nCtrl-C ends it.\n`;
}

function asUserError(error: unknown): never {
  throw error instanceof SimulatorError ? new UserError(error.code, error.message) : error;
}
