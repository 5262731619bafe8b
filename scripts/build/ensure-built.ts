import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './stamp.ts';

/** Something that is built into `dist/` and need not be built again while its inputs are the same. */
interface Target {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly viteConfig: string;
}

const TARGETS: readonly Target[] = [
  {
    name: 'pages',
    inputs: ['webviews', 'contract', 'package-lock.json'],
    output: 'dist/webviews',
    viteConfig: 'webviews/vite.config.ts',
  },
  {
    name: 'console',
    inputs: ['simulator/console', 'simulator/device', 'simulator/assistant', 'contract', 'package-lock.json'],
    output: 'dist/console',
    viteConfig: 'simulator/console/vite.config.ts',
  },
];

/** Builds pages and console, or those of them that are named, where their sources changed; says what it does. */
export async function ensureBuilt(
  root: string,
  say: (line: string) => void,
  names: readonly string[] = TARGETS.map(({ name }) => name),
): Promise<void> {
  for (const target of TARGETS.filter(({ name }) => names.includes(name))) {
    const hash = hashOf(root, target.inputs);
    if (isFresh(root, target, hash)) continue;
    say(`Building the ${target.name} …`);
    await build(root, target);
    mkdirSync(join(root, 'dist/.stamps'), { recursive: true });
    writeFileSync(stampFile(root, target), hash);
  }
}

function isFresh(root: string, target: Target, hash: string): boolean {
  const stamp = stampFile(root, target);
  return existsSync(join(root, target.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

const stampFile = (root: string, target: Target) => join(root, 'dist/.stamps', target.name);

/** Vite is loaded only when there is something to build: it costs a third of a second. */
async function build(root: string, target: Target): Promise<void> {
  const vite = await import('vite');
  await vite.build({ configFile: join(root, target.viteConfig), logLevel: 'warn' });
}
