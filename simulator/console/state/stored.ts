import { effect, type Signal, signal } from '@preact/signals';

/** A signal that outlives the page where the browser lets it; it is correct without that, too. */
export function stored<Value>(
  key: string,
  fallback: Value,
  isValue: (value: unknown) => value is Value,
): Signal<Value> {
  const state = signal(read(key, fallback, isValue));
  effect(() => write(key, state.value));
  return state;
}

function read<Value>(key: string, fallback: Value, isValue: (value: unknown) => value is Value): Value {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isValue(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the setting lasts as long as the page.
  }
}
