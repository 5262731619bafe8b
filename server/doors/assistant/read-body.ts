import { Refusal } from './refusal.ts';

/** Largest body in bytes; the guide's longest request is far below it. */
export const BODY_MAX = 64 * 1024;

/**
 * Reads a body as text, counting what really arrives: a declared length is believed only where it is too large.
 *
 * @throws Refusal `too-large`, `bad-envelope` when it breaks off
 */
export async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > BODY_MAX) throw new Refusal('too-large');
  if (request.body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of whole(request.body)) {
    length += chunk.length;
    if (length > BODY_MAX) throw new Refusal('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length).toString('utf8');
}

async function* whole(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    throw new Refusal('bad-envelope', { message: 'The body broke off.' });
  }
}
