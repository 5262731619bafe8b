import { createCipheriv, createHmac, randomBytes } from 'node:crypto';

export interface FernetMoment {
  /** Unix time in seconds; now when absent. */
  readonly time?: number;
  /** 16 bytes; random when absent. */
  readonly iv?: Buffer;
}

/** A new key: 32 random bytes as URL-safe base64 with padding, 44 characters. */
export const generateFernetKey = (): string => urlSafe(randomBytes(32));

/**
 * Encrypts a text after the Fernet specification: version 0x80, time, IV, AES-128-CBC, HMAC-SHA256 over all of it;
 * the first half of the key signs, the second encrypts. Answers the token as URL-safe base64 with padding.
 */
export function fernetEncrypt(text: string, key: string, moment: FernetMoment = {}): string {
  const keyBytes = Buffer.from(key, 'base64url');
  const iv = moment.iv ?? randomBytes(16);
  const head = Buffer.alloc(9);
  head.writeUInt8(0x80);
  head.writeBigUInt64BE(BigInt(moment.time ?? Math.floor(Date.now() / 1000)), 1);
  const cipher = createCipheriv('aes-128-cbc', keyBytes.subarray(16), iv);
  const signed = Buffer.concat([head, iv, cipher.update(text, 'utf8'), cipher.final()]);
  const mac = createHmac('sha256', keyBytes.subarray(0, 16)).update(signed).digest();
  return urlSafe(Buffer.concat([signed, mac]));
}

/** URL-safe base64 with its padding, which Node's `base64url` leaves out. */
const urlSafe = (bytes: Buffer): string => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
