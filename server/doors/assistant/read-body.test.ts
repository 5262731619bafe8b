import { expect, it } from 'vitest';
import { BODY_MAX, readBody } from './read-body.ts';

/** A request whose body arrives in these pieces; what was not read is counted. */
function streamed(pieces: readonly string[], headers: Record<string, string> = {}) {
  const waiting = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = waiting.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(piece));
    },
  });
  const init = { method: 'POST', body, headers, duplex: 'half' as const };
  return { request: new Request('http://skill/', init), waiting };
}

const tooLarge = { code: 'too-large', status: 413 };

it('puts the pieces together, characters that were cut in two as well', async () => {
  const bytes = new TextEncoder().encode('blå lys');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const init = { method: 'POST', body, duplex: 'half' as const };
  expect(await readBody(new Request('http://skill/', init))).toBe('blå lys');
});

it('reads an absent body as nothing', async () => {
  expect(await readBody(new Request('http://skill/', { method: 'POST' }))).toBe('');
});

it('takes 64 KiB and not one byte more', async () => {
  const whole = 'x'.repeat(BODY_MAX);
  expect(await readBody(streamed([whole]).request)).toHaveLength(BODY_MAX);
  await expect(readBody(streamed([whole, 'x']).request)).rejects.toMatchObject(tooLarge);
});

it('stops reading as soon as it is too much, whatever length was declared', async () => {
  const pieces = Array.from({ length: 100 }, () => 'x'.repeat(BODY_MAX / 4));
  const { request, waiting } = streamed(pieces, { 'content-length': '10' });
  await expect(readBody(request)).rejects.toMatchObject(tooLarge);
  expect(waiting.length).toBeGreaterThan(90);
});

it('reads nothing of what is declared too large', async () => {
  const { request } = streamed(['x'], { 'content-length': String(BODY_MAX + 1) });
  await expect(readBody(request)).rejects.toMatchObject(tooLarge);
  expect(request.bodyUsed).toBe(false);
});

it('refuses a body that breaks off', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
  const init = { method: 'POST', body, duplex: 'half' as const };
  await expect(readBody(new Request('http://skill/', init))).rejects.toMatchObject({
    code: 'bad-envelope',
  });
});
