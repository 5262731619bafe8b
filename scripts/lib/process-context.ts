import { setMaxListeners } from 'node:events';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { CommandContext } from './command.ts';

/** The real process as a command sees it. The first Ctrl-C asks it to end, the second ends it. */
export function processContext(): CommandContext {
  const root = dirname(createRequire(import.meta.url).resolve('#project/package.json'));
  const stop = new AbortController();
  // Each connection of a fleet listens, and takes its listener back; more than ten are no leak.
  setMaxListeners(0, stop.signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }
  return {
    out: process.stdout,
    err: process.stderr,
    input: process.stdin,
    env: process.env,
    signal: stop.signal,
    root,
  };
}
