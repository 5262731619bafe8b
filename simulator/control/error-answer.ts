import type { Context } from 'hono';
import { AssistantClosedError } from '../assistant/index.ts';
import { XapiError } from '../device/xapi-error.ts';
import { ControlError } from './control-error.ts';

/** What a call that failed answers. Only a fault of ours is logged, and its text stays here. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof ControlError) {
    return c.json({ error: { code: error.code, message: error.message } }, error.status);
  }
  if (error instanceof XapiError) {
    const { code, message, data } = error;
    return c.json({ error: { code: 'xapi', message, xapi: { code, message, data } } }, 400);
  }
  if (error instanceof AssistantClosedError) {
    return c.json({ error: { code: 'closing', message: error.message } }, 503);
  }
  console.error(error);
  return c.json({ error: { code: 'internal', message: 'The simulator failed; its log says why.' } }, 500);
}

export const answerNotFound = (c: Context): Response =>
  c.json({ error: { code: 'not-found', message: `There is no ${c.req.method} ${c.req.path}.` } }, 404);
