import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { Command } from 'commander';
import { checkImports } from '../check/check-imports.ts';
import { checkPanels } from '../check/check-panels.ts';
import type { CommandContext } from '../lib/command.ts';
import { UserError } from '../lib/user-error.ts';

interface Check {
  readonly name: string;
  run(root: string): Promise<string | undefined>;
}

const TYPE_PROJECTS = ['.', 'macros', 'webviews', 'simulator/console', 'simulator/runtime/prelude'];

const CHECKS: readonly Check[] = [
  ...TYPE_PROJECTS.map((project) => program(`types in ${project}`, 'tsc', '-p', project)),
  program('format and lint', 'biome', 'ci', '--colors=off', '.'),
  program('dead code', 'knip', '--no-progress'),
  // By its script, which may carry flags: types that were narrowed are to stay so.
  program('types of xapi', 'npm', 'run', '--silent', 'types', '--', '--check'),
  {
    name: 'import table',
    run: async (root) => checkImports(root, trackedFiles(root)).join('\n') || undefined,
  },
  {
    name: 'panels',
    run: async (root) => (await checkPanels(root, trackedFiles(root))).join('\n') || undefined,
  },
];

export default (context: CommandContext) =>
  new Command('check')
    .description(
      'Types, format, lint, import table, panels and dead code: what must hold before the tests run.',
    )
    .action(async () => {
      const results = await Promise.all(CHECKS.map((check) => report(check, context)));
      const failed = results.filter((ok) => !ok).length;
      if (failed > 0) {
        throw new UserError(
          'check-failed',
          `${failed} of ${CHECKS.length} checks failed. Format: npm run format`,
        );
      }
    });

async function report(check: Check, { root, out }: CommandContext): Promise<boolean> {
  const fault = await check.run(root);
  out.write(fault === undefined ? `ok    ${check.name}\n` : `FAIL  ${check.name}\n${fault}\n`);
  return fault === undefined;
}

/** A program, first looked for in node_modules/.bin; what it printed is the fault when it did not end with 0. */
function program(name: string, command: string, ...args: string[]): Check {
  return {
    name,
    run: (root) =>
      new Promise((resolve, reject) => {
        const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
        const child = spawn(command, args, { cwd: root, env: { ...process.env, PATH } });
        const chunks: Buffer[] = [];
        child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
        child.on('error', reject);
        child.on('close', (code) =>
          resolve(code === 0 ? undefined : Buffer.concat(chunks).toString().trim()),
        );
      }),
  };
}

function trackedFiles(root: string): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  return spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.split('\n');
}
