import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import deploy from '../commands/deploy.ts';
import type { DeployTarget } from '../deploy/target.ts';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import { type Figure, quantile } from './figure.ts';

const SAVES = 20;
const SOURCE = 'macros/room-controls/index.ts';

/**
 * From saving a source to the macro that has said that it is ready, with `--watch` on one device and a copy of the
 * macros. The ready line has come back over the wire by then, so the macro has been running for half a round trip.
 */
export async function watchFigures(root: string, target: DeployTarget): Promise<Figure[]> {
  const folder = temporaryRoot();
  try {
    await Promise.all([
      ...['macros', 'contract'].map((name) =>
        cp(join(root, name), join(folder.root, name), { recursive: true }),
      ),
      ...['node_modules', 'package.json'].map((name) => symlink(join(root, name), join(folder.root, name))),
    ]);
    const times = await saveAgainAndAgain(folder.root, target);
    return [
      { name: '--watch, save to running, median', value: quantile(times, 0.5), unit: 'ms', atMost: 250 },
      { name: '--watch, save to running, slowest', value: Math.max(...times), unit: 'ms' },
    ];
  } finally {
    folder.remove();
  }
}

async function saveAgainAndAgain(root: string, target: DeployTarget): Promise<number[]> {
  const { address, username, password } = target;
  const env = { ROOMOS_USERNAME: username, ROOMOS_PASSWORD: password };
  const command = startCommand(deploy, ['--host', address, '--watch'], { root, env });
  await command.printed('Watching');
  const file = join(root, SOURCE);
  const source = await readFile(file, 'utf8');
  const times: number[] = [];
  for (let run = 1; run <= SAVES; run += 1) {
    const startedAt = performance.now();
    await writeFile(file, `${source}\nconsole.log('saved', ${run});\n`);
    await command.printed('room-controls runs', run);
    times.push(performance.now() - startedAt);
  }
  command.stop();
  await command.ended;
  return times;
}
