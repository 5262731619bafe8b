import { constants, createHmac, publicEncrypt } from 'node:crypto';
import type { SignedMessage } from '#contract';
import { type FernetMoment, fernetEncrypt, generateFernetKey } from './fernet-encrypt.ts';

/** What the skill's developer registered: the public key as PEM (SubjectPublicKeyInfo), and the secret. */
export interface SealingKeys {
  readonly publicKey: string;
  readonly secret: string;
}

/**
 * Encrypts and signs as the Assistant's skills service does: a fresh Fernet key, sealed with RSA-OAEP-SHA256, then
 * the Fernet token, both once more in base64, joined by a dot; the signature is over that text as it is sent.
 */
export function sealMessage(text: string, keys: SealingKeys, moment: FernetMoment = {}): SignedMessage {
  const fernetKey = generateFernetKey();
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const sealedKey = publicEncrypt({ key: keys.publicKey, ...padding }, Buffer.from(fernetKey));
  const token = fernetEncrypt(text, fernetKey, moment);
  const message = `${sealedKey.toString('base64')}.${Buffer.from(token).toString('base64')}`;
  return { signature: signMessage(message, keys.secret), message };
}

/** The signature that goes with a message: base64 of HMAC-SHA256 over its text. */
export const signMessage = (message: string, secret: string): string =>
  createHmac('sha256', secret).update(message).digest('base64');
