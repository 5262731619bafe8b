import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '#server/config';
import { createLog } from '#server/create-log';
import { type RunningServer, startServer } from '#server/main';
import { StartError } from '#server/start-error';
import { ensureBuilt } from '../build/ensure-built.ts';
import type { CommandContext } from '../lib/command.ts';
import { environmentOf } from '../lib/environment.ts';
import { UserError } from '../lib/user-error.ts';

interface ServeOptions {
  readonly port?: number;
  readonly json: boolean;
}

export default (context: CommandContext) =>
  new Command('serve')
    .description('Runs the skill server until Ctrl-C. Settings: docs/server.md')
    .option(
      '--port <number>',
      'port; the next free one if it is taken, 0 for any (default: PORT or 3000)',
      parsePort,
    )
    .option('--json', 'say ready as one line of JSON', false)
    .action(async (options: ServeOptions) => {
      await ensureBuilt(context.root, (line) => context.err.write(`${line}\n`), ['pages']);
      const server = await start(context, options.port).catch(asUserError);
      context.err.write(threadHint(context.env, availableParallelism()));
      const refresh = () => void server.refresh();
      process.on('SIGHUP', refresh);
      context.out.write(
        options.json ? `${JSON.stringify({ ready: true, server: server.url })}\n` : tell(server),
      );
      if (!context.signal.aborted) await once(context.signal, 'abort');
      process.off('SIGHUP', refresh);
      await server.close();
    });

async function start(context: CommandContext, port: number | undefined): Promise<RunningServer> {
  const config = readConfig(environmentOf(context));
  const fromRoot = (path: string) => resolve(context.root, path);
  return startServer({
    ...config,
    ...(port !== undefined && { port }),
    orNextPort: true,
    dataDirectory: fromRoot(config.dataDirectory),
    keysDirectory: fromRoot(config.keysDirectory),
    pagesDirectory: join(context.root, 'dist/webviews'),
    log: createLog(config.logLevel, context.err),
  });
}

function tell({ url, skills, withoutKeys }: RunningServer): string {
  const lines = skills.map((skill) =>
    withoutKeys.includes(skill)
      ? `  ${url}/skills/${skill} has no keys yet: npm run skill -- keys ${skill}`
      : `  ${url}/skills/${skill}`,
  );
  return `Skills at\n${lines.join('\n')}\nCtrl-C ends it.\n`;
}

/** libuv's own number of threads, which are what decrypts. */
const DEFAULT_THREADS = 4;

/** The thread pool is made when the process starts: only whoever starts it can make it larger. */
export function threadHint({ UV_THREADPOOL_SIZE }: CommandContext['env'], cores: number): string {
  if (cores <= Number(UV_THREADPOOL_SIZE ?? DEFAULT_THREADS)) return '';
  return `To decrypt on all ${cores} cores, start with UV_THREADPOOL_SIZE=${cores}.\n`;
}

function asUserError(error: unknown): never {
  throw error instanceof StartError ? new UserError(error.code, error.message) : error;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A whole number up to 65535.');
  return port;
}
