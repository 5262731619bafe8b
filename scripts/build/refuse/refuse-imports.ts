import { isBuiltin } from 'node:module';
import type { ImportKind, Plugin } from 'esbuild';

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

/** Refuses, where they stand, imports that esbuild would leave in the bundle, or only say that it cannot find. */
export const refuseImports: Plugin = {
  name: 'refuse-imports',
  setup(build) {
    build.onResolve({ filter: /^[a-z]/ }, ({ path, kind }) => {
      const text = refusal(path, kind);
      return text === undefined ? undefined : { errors: [{ text }] };
    });
  },
};

function refusal(path: string, kind: ImportKind): string | undefined {
  if (path.startsWith('xapi/')) return `${path} is not there on a device. Use import xapi from 'xapi'.`;
  if (path === 'xapi')
    return kind === 'require-call' ? "A device knows no require. Use import xapi from 'xapi'." : undefined;
  if (!isBuiltin(path)) return undefined;
  const name = path.replace(/^node:/, '').split('/')[0] ?? path;
  return `${path} is a part of Node, which a device is not. ${INSTEAD[name] ?? ELSE}`;
}
