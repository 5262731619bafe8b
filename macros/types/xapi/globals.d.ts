// The globals of a RoomOS macro: there is no DOM and no Node. Not declared, because a device may lack them: URL,
// TextEncoder, fetch, crypto, structuredClone, Intl, atob, btoa (docs/macros.md).

interface Console {
  log(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
}

declare var console: Console;

declare function setTimeout(run: () => void, milliseconds?: number): number;
declare function setInterval(run: () => void, milliseconds?: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare function clearInterval(timer: number | undefined): void;

/** The name under which the running macro is saved on the device. */
declare function _main_macro_name(): string;
