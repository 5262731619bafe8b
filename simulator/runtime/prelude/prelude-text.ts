import { createBase64 } from './base64.ts';
import { bootMacro } from './boot-macro.ts';
import { createDescribe } from './describe.ts';
import { createDeviceDate } from './device-date.ts';
import { createTimers } from './timers.ts';
import { trackRejections } from './track-rejections.ts';
import { createXapiCalls } from './xapi-calls.ts';
import { createXapi } from './xapi-module.ts';

const parts = {
  createBase64,
  createDescribe,
  createDeviceDate,
  createTimers,
  createXapi,
  createXapiCalls,
  trackRejections,
};

/**
 * The prelude as a JavaScript expression: a function that takes a `Host` and gives a `Guest`. It is made of the
 * functions' own texts, which is why none of them may use anything from outside itself; whoever compiles the
 * TypeScript (Vitest, esbuild) leaves them as they are.
 */
export const PRELUDE_TEXT = `(host) => (${bootMacro})(host, {${Object.entries(parts)
  .map(([name, part]) => `${name}: ${part}`)
  .join(',\n')}})`;
