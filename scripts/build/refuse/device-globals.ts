/**
 * What a macro finds on a device without importing it: the language, as of ES2020, and the few things that RoomOS
 * adds. `atob` and `btoa` are in no documentation, yet published macros live by them.
 */
export const DEVICE_GLOBALS: ReadonlySet<string> = new Set([
  ...['arguments', 'globalThis', 'undefined', 'NaN', 'Infinity'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'JSON', 'Promise', 'Proxy', 'Reflect'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'eval', 'escape', 'unescape'],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent'],
  ...['console', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'atob', 'btoa'],
  ...['module', '_main_macro_name'],
]);
