import { createRequire } from 'node:module';

// jsxapi is CommonJS without an exports map, so its parts are required by file; its index would load its SSH
// client as well.
const require = createRequire(import.meta.url);
const backend = require('jsxapi/lib/backend/ws') as typeof import('jsxapi/lib/backend/ws');
const core = require('jsxapi/lib/xapi') as typeof import('jsxapi/lib/xapi');

export type { Backend } from 'jsxapi/lib/backend';
export const WSBackend = backend.default;
export const XAPI = core.XAPI;
