import type { KeyRing } from './key-ring.ts';
import { readEnvelope } from './read-envelope.ts';
import { Refusal } from './refusal.ts';
import type { ReplayGuard } from './replay-guard.ts';
import { Stopwatch } from './stopwatch.ts';
import { unseal } from './unseal.ts';

/** A challenge is one word; what else a message may hold, a turn above all, is never given back in clear. */
const CHALLENGE = /^[\w+/=-]{1,256}$/;

/**
 * The health check: proves that this skill can read what is sealed for it.
 *
 * @throws Refusal
 */
export async function checkHealth(
  query: Record<string, string>,
  ring: KeyRing,
  replays: ReplayGuard,
): Promise<{ challenge: string }> {
  const challenge = await unseal(readEnvelope(query), ring, replays, new Stopwatch());
  if (!CHALLENGE.test(challenge)) throw new Refusal('bad-request', { message: 'This is no health check.' });
  return { challenge };
}
