import type { createBase64 } from './base64.ts';
import type { createDescribe } from './describe.ts';
import type { createDeviceDate } from './device-date.ts';
import type { Guest, Host } from './host.ts';
import type { createTimers } from './timers.ts';
import type { trackRejections } from './track-rejections.ts';
import type { createXapiCalls } from './xapi-calls.ts';
import type { createXapi } from './xapi-module.ts';

/** What `bootMacro` is put together from; handed in, because texts evaluated inside QuickJS cannot import. */
export interface PreludeParts {
  readonly createBase64: typeof createBase64;
  readonly createDescribe: typeof createDescribe;
  readonly createDeviceDate: typeof createDeviceDate;
  readonly createTimers: typeof createTimers;
  readonly createXapi: typeof createXapi;
  readonly createXapiCalls: typeof createXapiCalls;
  readonly trackRejections: typeof trackRejections;
}

/** Sets up the globals of one macro's context. Stands alone: its text is evaluated inside QuickJS. */
export function bootMacro(host: Host, parts: PreludeParts): Guest & { xapi: unknown } {
  const promises = parts.trackRejections(host.unrest);
  const { text, stack } = parts.createDescribe();
  const timers = parts.createTimers(host);
  const calls = parts.createXapiCalls(host);
  const xapi = parts.createXapi(calls);

  const logger =
    (level: string) =>
    (...args: unknown[]) =>
      host.log(level, args.map(text).join(' '));
  const console = Object.fromEntries(
    ['log', 'debug', 'info', 'warn', 'error'].map((level) => [level, logger(level)]),
  );

  function define(name: string, value: unknown): void {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const globals = {
    ...timers.globals,
    ...parts.createBase64(),
    console,
    Date: parts.createDeviceDate(host.now),
    Promise: promises.Promise,
    module: { name: host.macro },
    _main_macro_name: () => host.macro,
    // Calls the body of what was an async function in the source: see mark-async.ts.
    __async: (body: () => Promise<unknown>) => promises.watch(body()),
  };
  for (const [name, value] of Object.entries(globals)) define(name, value);
  if (host.transpiled) {
    define('require', (name: string) => {
      if (name !== 'xapi') throw new Error(`Cannot find module '${name}'`);
      return xapi;
    });
  }

  const reactions = {
    answer: calls.answer,
    update: calls.update,
    timer: timers.fire,
    rest() {
      for (const reason of promises.takeRejections()) {
        host.fault(`Unhandled promise rejection ${text(reason)}`, stack(reason));
      }
    },
  };

  return {
    xapi,
    dispatch(kind, id, json) {
      try {
        reactions[kind](id, json);
      } catch (error) {
        host.fault(text(error), stack(error));
      }
    },
    describe: (error) => JSON.stringify({ text: text(error), stack: stack(error) }),
    guard: (promise) => void promises.watch(promise),
  };
}
