import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { decodeUrlSafeBase64 } from './base64.ts';

export interface FernetMessage {
  readonly text: string;
  /** Unix time in seconds at which the sender sealed it. */
  readonly time: number;
}

const VERSION = 0x80;
const IV_AT = 9;
const CIPHERTEXT_AT = IV_AT + 16;
const MAC_LENGTH = 32;
const SHORTEST = CIPHERTEXT_AT + 16 + MAC_LENGTH;

/**
 * Opens a Fernet token with its 44-character key: version, time, IV, AES-128-CBC ciphertext, HMAC-SHA256 over all
 * before it. Answers `undefined` for whatever is not a whole, unaltered token of this key. Whether it is fresh is
 * for the caller to judge.
 */
export function openFernet(token: string, key: string): FernetMessage | undefined {
  const keyBytes = decodeUrlSafeBase64(key);
  const bytes = decodeUrlSafeBase64(token);
  if (keyBytes?.length !== 32 || bytes === undefined || bytes.length < SHORTEST) return undefined;
  if (bytes[0] !== VERSION) return undefined;
  const signed = bytes.subarray(0, -MAC_LENGTH);
  const mac = createHmac('sha256', keyBytes.subarray(0, 16)).update(signed).digest();
  if (!timingSafeEqual(mac, bytes.subarray(-MAC_LENGTH))) return undefined;
  const text = decrypt(signed, keyBytes.subarray(16));
  return text === undefined ? undefined : { text, time: Number(bytes.readBigUInt64BE(1)) };
}

function decrypt(signed: Buffer, key: Buffer): string | undefined {
  const decipher = createDecipheriv('aes-128-cbc', key, signed.subarray(IV_AT, CIPHERTEXT_AT));
  try {
    const bytes = Buffer.concat([decipher.update(signed.subarray(CIPHERTEXT_AT)), decipher.final()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Wrong padding or no UTF-8, sealed so by someone who has the key.
    return undefined;
  }
}
