import type { Timer } from '../clock.ts';
import type { Device, JsonObject } from '../types.ts';

export interface TimedMessage {
  /** What it was shown with; `null` when nothing is shown. */
  readonly shown: JsonObject | null;
  /** Shows it; it goes by itself after `Duration` seconds, unless that is 0. */
  show(params: JsonObject): void;
  /** Takes it away; says whether there was one. */
  clear(): boolean;
}

/** What is on the screen until it is cleared, or its time is over. */
export function timedMessage(
  device: Device,
  draw: (shown: JsonObject | null) => void,
  onTimeout: (shown: JsonObject) => void,
): TimedMessage {
  let shown: JsonObject | null = null;
  let timer: Timer | undefined;
  const clear = () => {
    if (timer !== undefined) device.clock.cancel(timer);
    timer = undefined;
    const was = shown !== null;
    shown = null;
    if (was) draw(null);
    return was;
  };
  device.onRestart(clear);
  return {
    get shown() {
      return shown;
    },
    show(params) {
      clear();
      shown = params;
      draw(params);
      const seconds = Number(params.Duration ?? 0);
      if (seconds === 0) return;
      timer = device.clock.after(seconds * 1000, () => {
        clear();
        onTimeout(params);
      });
    },
    clear,
  };
}
