import type { createXapiCalls, Listener } from './xapi-calls.ts';

/**
 * What `import xapi from 'xapi'` gives: the new style (`xapi.Command.Audio.Volume.Set({…})`) and the legacy one
 * (`xapi.command('Audio Volume Set', {…})`). Stands alone: its text is evaluated inside QuickJS.
 */
export function createXapi(calls: ReturnType<typeof createXapiCalls>) {
  type Actions = { [name: string]: (...args: never[]) => unknown };

  const rooted = (root: string, path: unknown) => [root, ...(Array.isArray(path) ? path : [path])];
  const listen = (root: string) => ({
    on: (path: unknown, listener: Listener) => calls.on(rooted(root, path), listener),
    once: (path: unknown, listener: Listener) => calls.once(rooted(root, path), listener),
  });
  const read = (root: string) => ({ get: (path: unknown) => calls.get(rooted(root, path)) });

  const event = listen('Event');
  const status = { ...listen('Status'), ...read('Status') };
  const config = {
    ...listen('Configuration'),
    ...read('Configuration'),
    set: (path: unknown, value: unknown) => calls.set(rooted('Configuration', path), value),
  };

  /** Collects a path by property access; a call, or one of the actions, ends it. */
  function tree(target: object, actions: Actions, path: readonly string[]): unknown {
    return new Proxy(target, {
      get(_, property) {
        // `await xapi.Command.X` without a call must not take the path for a promise.
        if (typeof property === 'symbol' || property === 'then') return undefined;
        const action = actions[property];
        if (action === undefined) return tree(target, actions, [...path, property]);
        return (...args: unknown[]) =>
          path.length === 0 ? action(...(args as never[])) : action(path as never, ...(args as never[]));
      },
      apply(_, __, args) {
        if (target !== calls.command) throw new TypeError(`${path.join('.')} is not a function`);
        return path.length === 0 ? calls.command(...(args as [unknown])) : calls.command(path, ...args);
      },
    });
  }

  const onReady = (name: string, listener: () => void) => {
    if (name === 'ready') void Promise.resolve().then(listener);
  };
  const group = (handlers: (() => void)[]) => ({
    add: (handler: () => void) => group([...handlers, handler]),
    off: () => {
      for (const off of handlers) off();
    },
  });

  return {
    Command: tree(calls.command, {}, []),
    Status: tree(() => undefined, status, []),
    Config: tree(() => undefined, config, []),
    Event: tree(() => undefined, event, []),
    command: calls.command,
    status,
    config,
    event,
    feedback: { on: calls.on, once: calls.once, group },
    doc: calls.doc,
    on: onReady,
    once: onReady,
  };
}
