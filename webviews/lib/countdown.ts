import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PageState } from '#contract/page';

/** What the page says about its end. */
export type Countdown =
  | { readonly phase: 'stays' }
  | { readonly phase: 'minutes'; readonly left: number }
  | { readonly phase: 'seconds'; readonly left: number }
  | { readonly phase: 'closing' };

/** The last seconds are counted one by one and shown large. */
export const LAST_SECONDS = 30;

/** A day: what the contract allows a device to report; more is no countdown. */
const LONGEST = 86_400;

/** What to say with `left` milliseconds to go, and the milliseconds until that changes (`null`: never). */
export function countdownAt(left: number): { readonly shown: Countdown; readonly changesIn: number | null } {
  if (left <= 0) return { shown: { phase: 'closing' }, changesIn: null };
  if (left <= LAST_SECONDS * 1000) {
    const seconds = Math.ceil(left / 1000);
    return { shown: { phase: 'seconds', left: seconds }, changesIn: left - (seconds - 1) * 1000 };
  }
  const minutes = Math.ceil(left / 60_000);
  const nextChange = Math.max((minutes - 1) * 60_000, LAST_SECONDS * 1000);
  return { shown: { phase: 'minutes', left: minutes }, changesIn: left - nextChange };
}

/** Counts from the arrival of each state, on the page's own clock: one timer a minute, at the end one a second. */
export function startCountdown(state: ReadonlySignal<PageState | null>): ReadonlySignal<Countdown> {
  const countdown = signal<Countdown>({ phase: 'stays' });
  effect(() => {
    const seconds = state.value?.closesInSeconds ?? null;
    if (seconds === null) {
      countdown.value = { phase: 'stays' };
      return;
    }
    const end = performance.now() + Math.min(seconds, LONGEST) * 1000;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const { shown, changesIn } = countdownAt(end - performance.now());
      countdown.value = shown;
      if (changesIn !== null) timer = setTimeout(tick, Math.ceil(changesIn));
    };
    tick();
    return () => clearTimeout(timer);
  });
  return countdown;
}
