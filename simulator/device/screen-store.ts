import type { Screen, ScreenStore } from './screen.ts';

const AWAKE: Screen = {
  standby: 'Off',
  webView: null,
  alert: null,
  prompt: null,
  textInput: null,
  textLine: null,
  assistant: null,
  panels: [],
  openPanel: null,
};

/** A screen that shows the home screen. Listeners hear of a patch only when it changed something. */
export function createScreenStore(): ScreenStore {
  let current = AWAKE;
  const listeners = new Set<(screen: Screen) => void>();
  return {
    get current() {
      return current;
    },
    patch(part) {
      const next = { ...current, ...part };
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      for (const listener of listeners) listener(current);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
