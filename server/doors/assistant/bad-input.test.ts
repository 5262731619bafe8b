import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealMessage, signMessage } from '#simulator/assistant/seal-message';
import { CHALLENGE, keys, openDoor, others, request, sealed } from './fixtures/open-door.ts';
import { codeOf, post } from './fixtures/test-door.ts';

describe('bad input', () => {
  const { message, signature } = sealed();
  const cut = message.slice(0, -10);
  const flipped = message.replace(/^./, (character) => (character === 'A' ? 'B' : 'A'));
  const signed = (text: string) => ({ message: text, signature: signMessage(text, keys.secret) });

  it.each<[string, unknown, number, string]>([
    ['nothing', '', 400, 'bad-envelope'],
    ['malformed JSON', '{"signature": ', 400, 'bad-envelope'],
    ['JSON that is no object', '7', 400, 'bad-envelope'],
    ['a missing signature', { message }, 400, 'bad-envelope'],
    ['a missing message', { signature }, 400, 'bad-envelope'],
    ['a signature that is no text', { message, signature: { toString: 1 } }, 400, 'bad-envelope'],
    ['a request without encryption', request(), 400, 'bad-envelope'],
    ['a wrong signature', { message, signature: signMessage(message, others.secret) }, 401, 'bad-signature'],
    ['a truncated message', { message: cut, signature }, 401, 'bad-signature'],
    ['a flipped bit', { message: flipped, signature }, 401, 'bad-signature'],
    ['a truncated message, signed', signed(cut), 400, 'unreadable'],
    ['a flipped bit, signed', signed(flipped), 400, 'unreadable'],
    [
      'the key of another skill',
      sealMessage(request(), { ...others, secret: keys.secret }),
      400,
      'unreadable',
    ],
    ['a signed text that is no message', signed('hello'), 400, 'unreadable'],
    ['a message that holds no JSON', sealMessage('hello', keys), 400, 'bad-request'],
    ['a message that holds a number', sealMessage('7', keys), 400, 'bad-request'],
    ['a missing challenge', sealMessage('{"text":"hello"}', keys), 400, 'bad-request'],
    ['a text that is no text', sealed({ text: ['call my doctor'] }), 400, 'bad-request'],
    [
      'deep nesting',
      sealMessage(`{"frame":${'['.repeat(9000)}${']'.repeat(9000)}}`, keys),
      400,
      'bad-request',
    ],
    ['100,000 characters', { message: 'x'.repeat(100_000), signature }, 413, 'too-large'],
  ])('%s is refused, with nothing given away', async (_name, body, status, code) => {
    const { door, lines } = openDoor();
    const answer = await post(door, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(Object.keys(answer.body)).toEqual(['error']);
    const told = JSON.stringify([answer.body, lines]);
    for (const secret of [keys.secret, 'hello', 'doctor', 'at ', CHALLENGE])
      expect(told).not.toContain(secret);
    // The server goes on.
    expect((await post(door, sealed())).status).toBe(200);
  });

  it('passes over unknown fields', async () => {
    const body = sealed({ extra: [1], params: { extra: 2 }, context: { extra: 3 } });
    expect((await post(openDoor().door, body)).status).toBe(200);
  });

  it('is never our error, whatever the body', async () => {
    const { door } = openDoor();
    const text = fc.oneof(fc.string(), fc.constant(message), fc.constant(signature));
    const envelope = fc.record({ signature: text, message: text }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), envelope), async (body) => {
        const { status } = await post(door, body);
        // The genuine envelope is among them: taken once, then a replay.
        expect([200, 400, 401]).toContain(status);
      }),
    );
  });

  it('is never our error, whatever is sealed', async () => {
    const { door } = openDoor();
    const anything = fc.record(
      {
        text: fc.anything(),
        params: fc.object({ key: fc.constantFrom('timestamp', 'locale', 'time_zone', 'language') }),
        frame: fc.jsonValue(),
        challenge: fc.string(),
      },
      { requiredKeys: [] },
    );
    const inside = fc.oneof(
      fc.string(),
      fc.json(),
      anything.map((value) => JSON.stringify(value, unknownAsText)),
    );
    await fc.assert(
      fc.asyncProperty(inside, async (text) => {
        const { status } = await post(door, sealMessage(text, keys));
        expect([200, 400]).toContain(status);
      }),
    );
  });
});

const unknownAsText = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
