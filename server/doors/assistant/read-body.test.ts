import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { BODY_MAX, readBody } from './read-body.ts';

/** A request whose body arrives in these pieces. */
function incoming(pieces: Iterable<Uint8Array | string>, headers: Record<string, string> = {}) {
  const buffers = function* () {
    for (const piece of pieces) yield Buffer.from(piece);
  };
  return Object.assign(Readable.from(buffers(), { objectMode: false }), { headers });
}

const tooLarge = { code: 'too-large', status: 413 };

it('puts the pieces together, characters that were cut in two as well', async () => {
  const bytes = [...new TextEncoder().encode('blå lys')].map((byte) => Uint8Array.of(byte));
  expect(await readBody(incoming(bytes))).toBe('blå lys');
});

it('reads an absent body as nothing', async () => {
  expect(await readBody(incoming([]))).toBe('');
});

it('takes 64 KiB and not one byte more', async () => {
  const whole = 'x'.repeat(BODY_MAX);
  expect(await readBody(incoming([whole]))).toHaveLength(BODY_MAX);
  await expect(readBody(incoming([whole, 'x']))).rejects.toMatchObject(tooLarge);
});

it('stops reading as soon as it is too much, whatever length was declared', async () => {
  let read = 0;
  const pieces = function* () {
    for (; read < 100; read += 1) yield 'x'.repeat(BODY_MAX / 4);
  };
  await expect(readBody(incoming(pieces(), { 'content-length': '10' }))).rejects.toMatchObject(tooLarge);
  expect(read).toBeLessThan(20);
});

it('reads nothing of what is declared too large', async () => {
  const request = incoming(['x'], { 'content-length': String(BODY_MAX + 1) });
  await expect(readBody(request)).rejects.toMatchObject(tooLarge);
  expect(request.readableDidRead).toBe(false);
});

it.each(['with an error', 'without a word'])('refuses a body that breaks off %s', async (how) => {
  const request = Object.assign(new Readable({ read: () => {} }), { headers: {} });
  const body = readBody(request);
  request.push('{"mess');
  request.destroy(how === 'with an error' ? new Error('reset') : undefined);
  await expect(body).rejects.toMatchObject({ code: 'bad-envelope' });
});
