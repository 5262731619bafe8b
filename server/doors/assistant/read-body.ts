import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Refusal } from './refusal.ts';

/** Largest body in bytes; the guide's longest request is far below it. */
export const BODY_MAX = 64 * 1024;

/** What is read of Node's request. The web `Request` made of it costs as much again as everything around a turn. */
export type Incoming = Readable & Pick<IncomingMessage, 'headers'>;

/**
 * Reads a body as text, counting what really arrives: a declared length is believed only where it is too large.
 *
 * @throws Refusal `too-large`, `bad-envelope` when it breaks off
 */
export async function readBody(incoming: Incoming): Promise<string> {
  if (Number(incoming.headers['content-length']) > BODY_MAX) throw new Refusal('too-large');
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const breakOff = () => reject(new Refusal('bad-envelope', { message: 'The body broke off.' }));
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= BODY_MAX) {
        chunks.push(chunk);
        return;
      }
      incoming.pause();
      reject(new Refusal('too-large'));
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks, length).toString('utf8')));
    incoming.on('error', breakOff);
    incoming.on('close', () => {
      if (!incoming.readableEnded) breakOff();
    });
  });
}
