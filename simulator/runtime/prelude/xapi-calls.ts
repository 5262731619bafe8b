import type { Host } from './host.ts';

export type Listener = (value: unknown) => void;
/** Ends a subscription. `registration` is rejected when the device does not know the path. */
export type Off = (() => void) & { registration: Promise<{ Id: number }> };

/** Requests to the device and what comes back. Stands alone: its text is evaluated inside QuickJS. */
export function createXapiCalls(host: Host) {
  const waiting = new Map<number, (json: string) => void>();
  const listeners = new Map<number, Listener>();
  let last = 0;

  const pathText = (path: unknown): string => (Array.isArray(path) ? path.join('/') : String(path));

  function settle<Value>(json: string): Promise<Value> {
    const answer = JSON.parse(json) as { value: Value; error?: unknown };
    return answer.error === undefined ? Promise.resolve(answer.value) : Promise.reject(answer.error);
  }

  function command(path: unknown, params?: unknown, body?: unknown): Promise<unknown> {
    // A text in place of parameters is the body, as in jsxapi.
    const bodyOnly = typeof params === 'string' && body === undefined;
    const request = bodyOnly ? { body: params } : { params, body };
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, (json) => resolve(settle(json)));
      host.command(id, JSON.stringify({ path: pathText(path), ...request }));
    });
  }

  function on(path: unknown, listener: unknown): Off {
    if (typeof listener !== 'function') throw new TypeError('on takes a function');
    last += 1;
    const id = last;
    listeners.set(id, listener as Listener);
    const registration = settle<null>(host.subscribe(id, pathText(path))).then(() => ({ Id: id }));
    const off = () => {
      if (listeners.delete(id)) host.unsubscribe(id);
    };
    return Object.assign(off, { registration });
  }

  function once(path: unknown, listener: unknown): Off {
    if (typeof listener !== 'function') throw new TypeError('once takes a function');
    const off = on(path, (value: unknown) => {
      off();
      return listener(value);
    });
    return off;
  }

  return {
    command,
    on,
    once,
    get: (path: unknown) => settle(host.get(pathText(path))),
    set: (path: unknown, value: unknown) => settle(host.set(pathText(path), JSON.stringify(value) ?? 'null')),
    doc: (path: unknown) => settle(host.schema(pathText(path))),
    answer(id: number, json: string): void {
      const done = waiting.get(id);
      waiting.delete(id);
      done?.(json);
    },
    update(id: number, json: string): void {
      listeners.get(id)?.(JSON.parse(json));
    },
  };
}
