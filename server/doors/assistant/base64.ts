/**
 * Decodes standard base64 with padding; `undefined` for anything else. Node's own decoder skips what it does not
 * know, which would let many texts stand for the same bytes.
 */
export function decodeBase64(text: string): Buffer<ArrayBuffer> | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** The same for the URL-safe alphabet, in which Fernet writes keys and tokens. */
export function decodeUrlSafeBase64(text: string): Buffer<ArrayBuffer> | undefined {
  if (/[+/]/.test(text)) return undefined;
  return decodeBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
}
