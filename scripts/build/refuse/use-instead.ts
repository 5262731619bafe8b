const HTTP = 'Use xapi.Command.HttpClient.Get, Post, Put, Patch or Delete.';
const NO_PAGE = 'A macro has no page: show one with xapi.Command.UserInterface.WebView.Display.';
const NO_STORE = 'Keep values in a setting of the macro, a widget, or xapi.Command.Macros.Macro.';
const LATER = 'Use setTimeout(run, 0) or Promise.resolve().then(run).';
const PARSE = 'Take the text apart with a regular expression; encodeURIComponent is there.';
const BYTES = 'Use encodeURIComponent, or count code points (macros/lib/cut-utf8.ts).';
const OWN_RANDOM = 'Use Math.random, or let a server do what must not be guessed.';
const NO_NODE =
  'A device has no Node: pass values as settings of the macro, or ask a server with HttpClient.';
const IMPORT = 'Use import.';
const NEWER = 'It came after ES2020: write it without.';

/** What to use in place of a global that macros often reach for and that a device lacks. */
const INSTEAD: Readonly<Record<string, string>> = {
  URL: PARSE,
  URLSearchParams: PARSE,
  TextEncoder: BYTES,
  TextDecoder: 'Use decodeURIComponent.',
  fetch: HTTP,
  XMLHttpRequest: HTTP,
  WebSocket: `A macro has no sockets. ${HTTP}`,
  EventSource: `A macro has no sockets. ${HTTP}`,
  AbortController: 'A request cannot be cancelled: give it a Timeout.',
  AbortSignal: 'A request cannot be cancelled: give it a Timeout.',
  crypto: OWN_RANDOM,
  structuredClone: 'Use JSON.parse(JSON.stringify(value)).',
  Intl: 'Format by hand: a device knows no languages and no time zones.',
  performance: 'Use Date.now().',
  queueMicrotask: LATER,
  setImmediate: LATER,
  requestAnimationFrame: LATER,
  process: NO_NODE,
  Buffer: NO_NODE,
  global: 'Use globalThis.',
  __dirname: NO_NODE,
  __filename: NO_NODE,
  require: IMPORT,
  exports: 'Use export.',
  window: NO_PAGE,
  self: 'Use globalThis.',
  document: NO_PAGE,
  navigator: NO_PAGE,
  location: NO_PAGE,
  history: NO_PAGE,
  alert: 'Use xapi.Command.UserInterface.Message.Alert.Display.',
  confirm: 'Use xapi.Command.UserInterface.Message.Prompt.Display.',
  prompt: 'Use xapi.Command.UserInterface.Message.TextInput.Display.',
  Audio: 'Use xapi.Command.Audio.Sound.Play.',
  localStorage: NO_STORE,
  sessionStorage: NO_STORE,
  indexedDB: NO_STORE,
  Worker: 'All macros share one thread: do the work in pieces, with setTimeout between them.',
  WeakRef: NEWER,
  FinalizationRegistry: NEWER,
  AggregateError: NEWER,
};

/** Whether a name is that of a global which other engines have and a device lacks. */
export const isKnownToBeMissing = (name: string) => Object.hasOwn(INSTEAD, name);

/** A sentence on what to do without the global. */
export const useInstead = (name: string): string =>
  INSTEAD[name] ?? 'Declare it, import it, or take it from xapi.';
