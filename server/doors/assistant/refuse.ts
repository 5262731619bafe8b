import type { Context } from 'hono';
import type { Log } from '../../log.ts';
import { Refusal } from './refusal.ts';

/** Answers what was not taken. What is no refusal is our bug: it is logged, and the other side learns nothing. */
export function refuse(c: Context, error: unknown, log: Log): Response {
  const refusal = error instanceof Refusal ? error : new Refusal('internal');
  const { code, status, retryAfter } = refusal;
  if (refusal !== error) log.error({ path: c.req.path, err: error }, 'a turn failed');
  // Whoever sends too much must not fill the log as well.
  else log[code === 'too-many-requests' ? 'debug' : 'warn']({ path: c.req.path, code }, 'refused');
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
  return c.json(refusal.toJSON(), status);
}
