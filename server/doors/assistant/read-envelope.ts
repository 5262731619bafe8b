import * as v from 'valibot';
import { type SignedMessage, SignedMessageSchema } from '#contract';
import { Refusal } from './refusal.ts';

/** Two texts and nothing more to know; a body of 64 KiB cannot hold anything that is dear to parse. */
export function readEnvelope(value: unknown): SignedMessage {
  const result = v.safeParse(SignedMessageSchema, value);
  if (!result.success) throw new Refusal('bad-envelope');
  return result.output;
}

/** @throws Refusal `bad-envelope` */
export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('bad-envelope', { message: 'The body is not JSON.' });
  }
}

/** Without encryption and signature the body is the request itself. */
export const isSealed = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && ('signature' in body || 'message' in body);
