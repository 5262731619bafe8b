import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/** What to use in place of those parts of Node for which a device has something of its own. */
const INSTEAD: Readonly<Record<string, string>> = {
  http: 'Use xapi.Command.HttpClient.',
  https: 'Use xapi.Command.HttpClient.',
  net: 'A macro has no sockets. Use xapi.Command.HttpClient.',
  timers: 'setTimeout and setInterval are there without an import.',
  events: 'Use a set of functions.',
  crypto: 'Let a server do it, and ask it with xapi.Command.HttpClient.',
};
const ELSE = 'Do it on a server, and ask it with xapi.Command.HttpClient.';

/** Refuses imports of parts of Node where they stand; esbuild would only say that it cannot find them. */
export const refuseNodeImports: Plugin = {
  name: 'refuse-node-imports',
  setup(build) {
    build.onResolve({ filter: /^[a-z]/ }, ({ path }) => {
      if (!isBuiltin(path)) return undefined;
      const name = path.replace(/^node:/, '').split('/')[0] ?? path;
      return {
        errors: [{ text: `${path} is a part of Node, which a device is not. ${INSTEAD[name] ?? ELSE}` }],
      };
    });
  },
};
