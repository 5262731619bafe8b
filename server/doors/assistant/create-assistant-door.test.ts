import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealMessage, signMessage } from '#simulator/assistant/seal-message';
import { trustedProxies } from '../../http/trusted-proxies.ts';
import { echoSkill } from './fixtures/echo-skill.ts';
import {
  codeOf,
  from,
  keptLog,
  type Posted,
  post,
  type TestDoorOptions,
  testDoor,
} from './fixtures/test-door.ts';
import { makeKeys, ringOf } from './fixtures/test-keys.ts';

const keys = makeKeys();
const others = makeKeys();
const rings = { echo: await ringOf(keys), other: await ringOf(others), bare: await ringOf() };
const CHALLENGE = 'ab'.repeat(32);

function openDoor(options: Partial<TestDoorOptions> = {}) {
  const { log, lines } = keptLog();
  const skill = echoSkill();
  const skills = [skill, echoSkill('other'), echoSkill('bare')];
  const ringFor = (name: string) => Object.entries(rings).find(([key]) => key === name)?.[1] ?? rings.bare;
  const door = testDoor({ skills, keys: { ringOf: ringFor }, log, ...options });
  return { door, lines, turns: skill.turns };
}

const request = (fields: object = {}) => JSON.stringify({ text: 'hello', challenge: CHALLENGE, ...fields });
const sealed = (fields?: object, time?: number) =>
  sealMessage(request(fields), keys, time === undefined ? {} : { time });

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

describe('a message is taken once and while it is fresh', () => {
  const NOW = 1_800_000_000;
  const at = (seconds: number) => ({ now: () => seconds * 1000 });

  it('refuses the same message a second time, at every skill and every door', async () => {
    const { door } = openDoor();
    const body = sealed();
    const query = new URLSearchParams({ ...body });
    expect((await post(door, body)).status).toBe(200);
    const again = await post(door, body, { path: '/parse' });
    expect([again.status, codeOf(again)]).toEqual([401, 'replayed']);
    expect((await door.request(`/skills/echo?${query}`, {}, from('127.0.0.1'))).status).toBe(401);
  });

  it('takes one of many that arrive at once', async () => {
    const { door } = openDoor();
    const body = sealed();
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => post(door, body)))).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 401, 401, 401]);
  });

  it('does not count a message that was not genuine', async () => {
    const { door } = openDoor();
    const body = sealed();
    expect((await post(door, { ...body, signature: 'forged' })).status).toBe(401);
    expect((await post(door, body)).status).toBe(200);
  });

  it.each([
    [-301, 401],
    [-300, 200],
    [300, 200],
    [301, 401],
  ])('answers a message sealed %i seconds from now with %i', async (offset, status) => {
    const answer = await post(openDoor(at(NOW)).door, sealed({}, NOW + offset));
    expect(answer.status).toBe(status);
    if (status === 401) expect(codeOf(answer)).toBe('stale');
  });

  it('keeps to another bound when told to', async () => {
    const { door } = openDoor({ ...at(NOW), freshnessSeconds: 10 });
    expect((await post(door, sealed({}, NOW - 10))).status).toBe(200);
    expect((await post(door, sealed({}, NOW - 11))).status).toBe(401);
  });
});

describe('under pressure', () => {
  it('refuses a client that sends too much, and no other', async () => {
    const { door } = openDoor({ ratePerSecond: 1, now: () => 0 });
    const statuses: Posted[] = [];
    for (let index = 0; index < 3; index += 1) statuses.push(await post(door, 'x', { address: '192.0.2.1' }));
    const [, , third] = statuses;
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 429]);
    expect(third?.headers.get('retry-after')).toBe('1');
    expect((await post(door, 'x', { address: '192.0.2.2' })).status).toBe(400);
  });

  it('believes X-Forwarded-For only from a trusted proxy, and only its last entry', async () => {
    const { door } = openDoor({
      ratePerSecond: 0.5,
      now: () => 0,
      trustedProxies: trustedProxies(['10.0.0.0/8']),
    });
    const through = async (address: string, forwarded: string) =>
      (await post(door, 'x', { address, headers: { 'x-forwarded-for': forwarded } })).status;
    expect(await through('10.0.0.1', '192.0.2.1')).toBe(400);
    expect(await through('10.0.0.1', '192.0.2.2')).toBe(400);
    expect(await through('10.0.0.1', '1.1.1.1, 192.0.2.2')).toBe(429);
    expect(await through('192.0.2.9', '192.0.2.3')).toBe(400);
    expect(await through('192.0.2.9', '192.0.2.4')).toBe(429);
  });

  it('refuses turns beyond those that it can carry, and takes them again afterwards', async () => {
    const { door } = openDoor({ turnsInFlight: 1 });
    const answers = await Promise.all([post(door, sealed()), post(door, sealed())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503]);
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('1');
    expect((await post(door, sealed())).status).toBe(200);
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
