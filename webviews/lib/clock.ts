import { type ReadonlySignal, signal } from '@preact/signals';

const MINUTE = 60_000;

/** The time of day, set anew at the start of every minute. */
export function startClock(): ReadonlySignal<Date> {
  const now = signal(new Date());
  const tick = () => {
    now.value = new Date();
    setTimeout(tick, MINUTE - (Date.now() % MINUTE));
  };
  tick();
  return now;
}
