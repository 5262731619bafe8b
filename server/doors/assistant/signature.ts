import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Is this the signature of the message under any of the secrets? Every secret is tried to the end, and each
 * comparison takes the same time wherever the difference is. The texts are compared, not what they decode to:
 * base64 has several texts for the same bytes.
 */
export function isSignedBy(secrets: readonly string[], message: string, signature: string): boolean {
  const given = Buffer.from(signature);
  let matches = 0;
  for (const secret of secrets) {
    const expected = Buffer.from(createHmac('sha256', secret).update(message).digest('base64'));
    if (given.length === expected.length && timingSafeEqual(given, expected)) matches += 1;
  }
  return matches > 0;
}
