import type { Host } from './host.ts';

/** Timers on the device's clock. Stands alone: its text is evaluated inside QuickJS. */
export function createTimers(host: Host) {
  const waiting = new Map<number, { run: () => void; repeat: boolean }>();
  let last = 0;

  const setter = (name: string, repeat: boolean) =>
    function set(callback: unknown, ms?: unknown, ...args: unknown[]): number {
      if (typeof callback !== 'function') throw new TypeError(`${name} takes a function`);
      last += 1;
      waiting.set(last, { run: () => callback(...args), repeat });
      host.setTimer(last, Number(ms), repeat);
      return last;
    };

  function clear(id: unknown): void {
    if (typeof id === 'number' && waiting.delete(id)) host.clearTimer(id);
  }

  return {
    globals: {
      setTimeout: setter('setTimeout', false),
      setInterval: setter('setInterval', true),
      clearTimeout: clear,
      clearInterval: clear,
    },
    fire(id: number): void {
      const timer = waiting.get(id);
      if (timer === undefined) return;
      if (!timer.repeat) waiting.delete(id);
      timer.run();
    },
  };
}
