import { once } from 'node:events';
import { Command } from 'commander';
import type { CommandContext } from '../lib/command.ts';
import { parsePort } from '../lib/parse-port.ts';
import { removeRunning, writeRunning } from '../lib/running.ts';
import { type Everything, startEverything } from '../start/start-everything.ts';

interface StartOptions {
  readonly port: number;
  readonly json: boolean;
}

export default (context: CommandContext) =>
  new Command('start')
    .description('Runs the skill server and a simulated device with the macros, until Ctrl-C.')
    .option('--port <number>', "the console's port; the next free one if taken, 0 for any", parsePort, 3000)
    .option('--json', 'say ready as one line of JSON', false)
    .action(async (options: StartOptions) => {
      const everything = await startEverything(context, options.port);
      try {
        writeRunning(context.root, {
          console: everything.simulator.url,
          server: everything.server.url,
          pid: process.pid,
        });
        context.out.write(options.json ? readyLine(everything) : readyText(everything));
        if (!context.signal.aborted) await once(context.signal, 'abort');
      } finally {
        removeRunning(context.root);
        await everything.close();
      }
    });

function readyLine({ server, simulator }: Everything): string {
  const devices = simulator.devices.map(({ device }) => device.name);
  return `${JSON.stringify({ ready: true, console: simulator.url, server: server.url, devices })}\n`;
}

function readyText({ server, simulator }: Everything): string {
  const devices = simulator.devices.map(
    ({ device, address }) => `  SIM ${device.name}  ${address}  ${device.product}, RoomOS ${device.release}`,
  );
  return `
Open     ${simulator.url}
and say  ok webex, tell switch to turn on
or type  npm run say -- "ok webex, ask room to show the dashboard"

${devices.join('\n')}
  server     ${server.url}
Ctrl-C ends it.
`;
}
