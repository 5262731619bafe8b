import { describe, expect, it } from 'vitest';
import { sealMessage } from '#simulator/assistant/seal-message';
import { CHALLENGE, openDoor, others, request, sealed } from './fixtures/open-door.ts';
import { codeOf, post } from './fixtures/test-door.ts';

describe('a turn', () => {
  it('answers with directives, the challenge, and what the next turn needs', async () => {
    const history = [{ text: 'before' }];
    const answer = await post(openDoor().door, sealed({ frame: { count: 1 }, history }));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      directives: [
        { name: 'reply', type: 'view', payload: { text: 'hello' } },
        { name: 'speak', type: 'action', payload: { text: 'hello' } },
        { name: 'sleep', type: 'action', payload: { delay: 0 } },
      ],
      challenge: CHALLENGE,
      frame: { count: 1, echoed: 'hello' },
      params: { target_dialogue_state: null, allowed_intents: [] },
      history,
    });
  });

  it('names the handler and the intents of the next turn', async () => {
    const { body } = await post(openDoor().door, sealed({ text: '' }));
    expect(body.params).toEqual({ target_dialogue_state: 'echo', allowed_intents: ['echo'] });
  });

  it('goes to the skill in the path, and at /parse to the default', async () => {
    const forOther = sealMessage(request(), others);
    expect((await post(openDoor().door, sealed(), { path: '/parse' })).status).toBe(200);
    expect((await post(openDoor().door, forOther, { path: '/skills/other' })).status).toBe(200);
    const { door } = openDoor({ defaultSkill: 'other' });
    expect((await post(door, forOther, { path: '/parse' })).status).toBe(200);
  });

  it('says how long each stage took only when asked to', async () => {
    expect((await post(openDoor().door, sealed())).headers.get('server-timing')).toBeNull();
    const { headers } = await post(openDoor({ serverTiming: true }).door, sealed());
    expect(headers.get('server-timing')).toMatch(
      /^verify;dur=[\d.]+, decrypt;dur=[\d.]+, validate;dur=[\d.]+, dialogue;dur=[\d.]+, finish;dur=[\d.]+$/,
    );
  });

  it('writes what was said into the log only when asked to', async () => {
    const quiet = openDoor();
    await post(quiet.door, sealed());
    expect(JSON.stringify(quiet.lines)).not.toContain('hello');
    expect(quiet.lines.map(({ text }) => text)).toEqual(['turn']);
    const frank = openDoor({ logUtterances: true });
    await post(frank.door, sealed());
    expect(frank.lines[0]?.fields).toMatchObject({ skill: 'echo', utterance: 'hello' });
  });
});

describe('skills', () => {
  it('are unknown by any name but their own', async () => {
    const { door } = openDoor();
    for (const name of ['nothing', 'Echo', 'constructor', '..%2fecho', '%00']) {
      const answer = await post(door, sealed(), { path: `/skills/${name}` });
      expect([answer.status, codeOf(answer)]).toEqual([404, 'unknown-skill']);
    }
  });

  it('cannot be called without keys', async () => {
    const answer = await post(openDoor().door, sealed(), { path: '/skills/bare' });
    expect([answer.status, codeOf(answer)]).toEqual([503, 'no-keys']);
    expect(answer.headers.get('retry-after')).toBe('60');
  });
});

describe('plain requests', () => {
  const plain = { plainRequests: true };

  it('are taken on this machine when that was chosen, and sealed ones still are', async () => {
    const { door } = openDoor(plain);
    expect((await post(door, request())).status).toBe(200);
    expect((await post(door, request(), { address: '::ffff:127.0.0.1' })).status).toBe(200);
    expect((await post(door, sealed())).status).toBe(200);
    expect((await post(door, { ...sealed(), signature: 'forged' })).status).toBe(401);
  });

  it.each([
    ['another machine', '192.0.2.1', {}],
    ['another machine that claims to be this one', '192.0.2.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }],
    ['a proxy on this machine that says only Via', '127.0.0.1', { via: '1.1 proxy' }],
    ['a page in a browser on this machine', '127.0.0.1', { origin: 'https://example.com' }],
  ])('are refused from %s', async (_name, address, headers) => {
    const answer = await post(openDoor(plain).door, request(), { address, headers });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-envelope']);
  });
});
