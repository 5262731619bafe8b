import { join } from 'node:path';
import { readConfig } from '#server/config';
import { createLog } from '#server/create-log';
import { type RunningServer, startServer } from '#server/main';
import { SKILL_NAMES } from '#server/skills/index';
import { type Simulator, type SkillEntry, startSimulator } from '#simulator/main';
import { bundleMacros, type MacroBundle } from '../build/bundle-macros.ts';
import { ensureBuilt } from '../build/ensure-built.ts';
import { deployMacros } from '../deploy/deploy-macros.ts';
import { simulatedTarget } from '../deploy/target.ts';
import type { CommandContext } from '../lib/command.ts';
import { environmentOf } from '../lib/environment.ts';
import { keptCertificate } from '../lib/kept-certificate.ts';
import { ensureSkillKeys, type SkillKeyPair } from '../lib/skill-keys.ts';

/** A skill server, a simulated device that knows its skills, and the way to end both. */
export interface Everything {
  readonly server: RunningServer;
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** Enough for keys that never leave this machine, and made in a tenth of the time of the real ones. */
const SIMULATED_KEY_BITS = 2048;

/**
 * Builds what is stale, then starts the skill server and the simulated `room1`, each knowing the other only by
 * address, keys and secret, as the real ones do.
 */
export async function startEverything(context: CommandContext, port: number): Promise<Everything> {
  const { root, err } = context;
  await ensureBuilt(root, (line) => err.write(`${line}\n`));
  const [keys, bundles, certificate] = await Promise.all([
    makeKeys(keysDirectory(root)),
    bundleMacros(root),
    keptCertificate(root),
  ]);
  const server = await startSimulatedServer(context);
  try {
    const simulator = await startSimulator({
      devices: [{ name: 'room1' }],
      port,
      orNextPort: true,
      certificate,
      skills: keys.map(({ name, ...pair }) => skillEntry(`${server.url}/skills/${name}`, name, pair)),
      consoleDirectory: join(root, 'dist/console'),
    });
    const close = async () => {
      await simulator.close();
      await server.close();
    };
    await deploy(simulator, bundles).catch(async (error) => {
      await simulator.close();
      throw error;
    });
    return { server, simulator, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Over the wire, with the deployer that a real device gets its macros from. */
async function deploy({ devices }: Simulator, bundles: readonly MacroBundle[]): Promise<void> {
  for (const { device, ...address } of devices) {
    const target = simulatedTarget({ name: device.name, ...address });
    // Nobody waits to see whether they stay up: what goes wrong, the console shows.
    await deployMacros({ target, bundles, stayUpMs: 0 });
  }
}

/** Apart from `npm run serve`'s, so that development keys never serve a real skill. */
const dataDirectory = (root: string) => join(root, '.data/simulated');
const keysDirectory = (root: string) => join(dataDirectory(root), 'skills');

function startSimulatedServer(context: CommandContext): Promise<RunningServer> {
  const { VIEW_CLOSE_AFTER_SECONDS, LOG_LEVEL = 'warn' } = environmentOf(context);
  const config = readConfig({ VIEW_CLOSE_AFTER_SECONDS, LOG_LEVEL });
  return startServer({
    ...config,
    port: 0,
    dataDirectory: dataDirectory(context.root),
    keysDirectory: keysDirectory(context.root),
    pagesDirectory: join(context.root, 'dist/webviews'),
    // The console, on whatever port it gets, shows the pages in frames; the timeline shows the server's stages.
    frameAncestors: ['http://127.0.0.1:*', 'http://localhost:*'],
    serverTiming: true,
    log: createLog(config.logLevel, context.err),
  });
}

/** Each skill's keys, made where they are missing. */
const makeKeys = (directory: string) =>
  Promise.all(
    SKILL_NAMES.map(async (name) => ({
      name,
      ...(await ensureSkillKeys(directory, name, SIMULATED_KEY_BITS)),
    })),
  );

const skillEntry = (url: string, name: string, keys: SkillKeyPair): SkillEntry => ({
  registration: { name, url, ...keys },
  availability: { category: 'private', enabled: true },
});
