import { describe, expect, it } from 'vitest';
import { sealMessage, signMessage } from '#simulator/assistant/seal-message';
import { CHALLENGE, keys, openDoor, others, sealed } from './fixtures/open-door.ts';
import { from, type Posted } from './fixtures/test-door.ts';

describe('the health check', () => {
  const check = async (query: Record<string, string>, path = '/skills/echo') => {
    const { door } = openDoor();
    const response = await door.request(`${path}?${new URLSearchParams(query)}`, {}, from('127.0.0.1'));
    return { status: response.status, body: (await response.json()) as Posted['body'] };
  };

  it.each(['/skills/echo', '/parse'])('gives the challenge back at %s', async (path) => {
    const { message, signature } = sealMessage(CHALLENGE, keys);
    expect(await check({ message, signature }, path)).toEqual({
      status: 200,
      body: { challenge: CHALLENGE },
    });
  });

  it('refuses a bad signature, an unreadable message, and no message', async () => {
    const { message } = sealMessage(CHALLENGE, others);
    expect(await check({ message, signature: 'forged' })).toMatchObject({ status: 401 });
    expect(await check({ message, signature: signMessage(message, keys.secret) })).toMatchObject({
      status: 400,
    });
    expect(await check({})).toMatchObject({ status: 400, body: { error: { code: 'bad-envelope' } } });
  });

  it('never gives a turn back in clear', async () => {
    const { message, signature } = sealed();
    const answer = await check({ message, signature });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain('hello');
  });
});
