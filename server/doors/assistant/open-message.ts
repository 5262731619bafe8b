import { decodeBase64 } from './base64.ts';
import { type FernetMessage, openFernet } from './fernet.ts';
import type { KeyRing } from './key-ring.ts';
import { Refusal } from './refusal.ts';

/**
 * Opens a message: `base64(RSA-OAEP(Fernet key)) + "." + base64(Fernet token)`. Whatever is wrong with it, the
 * answer is the same, so that it tells nothing about the key.
 *
 * @throws Refusal `unreadable`
 */
export async function openMessage(message: string, ring: KeyRing): Promise<FernetMessage> {
  const parts = message.split('.');
  const [sealedKey, token] = parts.map(decodeBase64);
  if (parts.length !== 2 || sealedKey === undefined || token === undefined) throw new Refusal('unreadable');
  const key = await ring.decrypt(sealedKey);
  const opened = key && openFernet(token.toString('latin1'), key.toString('latin1'));
  if (opened === undefined) throw new Refusal('unreadable');
  return opened;
}
