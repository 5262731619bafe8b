import type { Clock, Timer } from '#simulator/device/clock';
import type { Host } from './prelude/host.ts';

const SHORTEST_MS = 1;

/** One macro's timers on the device's clock; `fire` is told which fell due. */
export function createTimerHost(clock: Clock, fire: (id: number) => void) {
  const timers = new Map<number, Timer>();

  const host: Pick<Host, 'setTimer' | 'clearTimer'> = {
    setTimer(id, ms, repeat) {
      // As in Node and browsers: what is no number, or too small, means soon.
      const delay = Math.max(SHORTEST_MS, Number.isFinite(ms) ? ms : 0);
      const due = () => {
        if (!repeat) timers.delete(id);
        fire(id);
      };
      timers.set(id, repeat ? clock.every(delay, due) : clock.after(delay, due));
    },
    clearTimer(id) {
      const timer = timers.get(id);
      if (timer !== undefined) clock.cancel(timer);
      timers.delete(id);
    },
  };

  return {
    host,
    close() {
      for (const timer of timers.values()) clock.cancel(timer);
      timers.clear();
    },
  };
}
