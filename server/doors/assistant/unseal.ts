import type { SignedMessage } from '#contract';
import type { KeyRing } from './key-ring.ts';
import { openMessage } from './open-message.ts';
import { Refusal } from './refusal.ts';
import type { ReplayGuard } from './replay-guard.ts';
import type { Stopwatch } from './stopwatch.ts';

/**
 * The text inside a message that is signed, encrypted for us, fresh and new, checked in this order: nothing is
 * decrypted that is not signed, nothing is remembered that is not genuine.
 *
 * @throws Refusal `no-keys`, `bad-signature`, `unreadable`, `stale`, `replayed`, `busy`
 */
export async function unseal(
  { message, signature }: SignedMessage,
  ring: KeyRing,
  replays: ReplayGuard,
  watch: Stopwatch,
): Promise<string> {
  if (!ring.isComplete) throw new Refusal('no-keys', { retryAfter: 60 });
  if (!ring.verify(message, signature)) throw new Refusal('bad-signature');
  watch.end('verify');
  const { text, time } = await openMessage(message, ring);
  replays.admit(message, time);
  watch.end('decrypt');
  return text;
}
