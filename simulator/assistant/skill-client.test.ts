import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { checkSkill, invokePlainSkill, invokeSkill } from './skill-client.ts';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = {
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  secret: 'a-secret-of-enough-length',
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** A skill that takes plain requests and answers as it is told to. */
async function skill(answer: (request: { challenge: string }, response: ServerResponse) => void) {
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    answer(body === '' ? { challenge: '' } : JSON.parse(body), response);
  });
  return { name: 'echo', url: `${await listening(server)}/parse`, ...keys };
}

const sleep = { name: 'sleep', type: 'action', payload: { delay: 5 } };
const text = { text: 'hello' };

describe('a call', () => {
  it('sends a fresh challenge of 64 hex characters each time', async () => {
    const challenges: string[] = [];
    const echo = await skill(({ challenge }, response) => {
      challenges.push(challenge);
      response.end(JSON.stringify({ directives: [sleep], challenge }));
    });
    const { request, response } = await invokePlainSkill(echo, text);
    await invokePlainSkill(echo, text);
    expect(new Set(challenges).size).toBe(2);
    expect(challenges.every((challenge) => /^[0-9a-f]{64}$/.test(challenge))).toBe(true);
    expect(request).toEqual({ ...text, challenge: challenges[0] });
    expect(response.directives).toEqual([sleep]);
  });

  it('tells of each stage as it ends, those of the server too', async () => {
    const echo = await skill(({ challenge }, response) => {
      response.setHeader('Server-Timing', 'verify;dur=0.1, dialogue;dur=0.2');
      response.end(JSON.stringify({ directives: [sleep], challenge }));
    });
    const told: string[] = [];
    const { stages } = await invokePlainSkill(echo, text, { onStage: ({ stage }) => told.push(stage) });
    expect(told).toEqual(['encrypt', 'send', 'verify', 'dialogue']);
    expect(stages.map(({ stage }) => stage)).toEqual(told);
  });
});

describe('what goes wrong has a code', () => {
  it.each([
    ['no challenge', { directives: [sleep] }, 'bad-challenge'],
    ['another challenge', { directives: [sleep], challenge: 'f'.repeat(64) }, 'bad-challenge'],
    ['a list', [], 'bad-challenge'],
  ])('%s', async (_name, body, code) => {
    const echo = await skill((_request, response) => response.end(JSON.stringify(body)));
    await expect(invokePlainSkill(echo, text)).rejects.toMatchObject({
      name: 'SkillCallError',
      code,
      status: 200,
    });
  });

  it('an answer that is no JSON', async () => {
    const echo = await skill((_request, response) => response.end('<html>'));
    await expect(invokePlainSkill(echo, text)).rejects.toMatchObject({ code: 'bad-response' });
  });

  it('a directive that is none names the field', async () => {
    const echo = await skill(({ challenge }, response) => {
      const reply = { name: 'reply', type: 'view', payload: { text: 7 } };
      response.end(JSON.stringify({ directives: [reply], challenge }));
    });
    await expect(invokePlainSkill(echo, text)).rejects.toMatchObject({
      code: 'bad-response',
      message: expect.stringContaining('directives.0.payload.text'),
    });
  });

  it.each([
    [401, '{"error":{"code":"stale","message":"Is the \\"clock\\" right?"}}', ': Is the "clock" right?'],
    [400, '{"message":"Invalid signature"}', ': Invalid signature'],
    [502, '<html>', ''],
    [302, '', ''],
  ])('a refusal with status %i', async (status, body, reason) => {
    const echo = await skill((_request, response) => {
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body);
    });
    await expect(invokePlainSkill(echo, text)).rejects.toMatchObject({
      code: 'refused',
      status,
      message: `echo refused with status ${status}${reason}`,
    });
  });

  it('a host that does not answer', async () => {
    const url = await listening(createSocketServer());
    await expect(invokeSkill({ name: 'echo', url, ...keys }, text, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'timeout',
      message: 'echo did not answer within 50 ms',
    });
  });

  it('a port where nobody listens, and an address that is none', async () => {
    const server = createSocketServer();
    const url = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(checkSkill({ name: 'echo', url, ...keys })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    await expect(invokePlainSkill({ name: 'echo', url: 'nowhere' }, text)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('a connection that breaks', async () => {
    const url = await listening(createSocketServer((socket) => socket.destroy()));
    await expect(invokePlainSkill({ name: 'echo', url }, text)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('but a caller who gave up gets his own reason', async () => {
    const url = await listening(createSocketServer());
    const reason = new Error('the person left');
    const call = invokePlainSkill({ name: 'echo', url }, text, { signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
  });
});

describe('the health check', () => {
  it('wants its challenge back', async () => {
    const wrong = await skill((_request, response) => response.end('{"challenge":"another"}'));
    await expect(checkSkill(wrong)).rejects.toMatchObject({ code: 'bad-challenge' });
  });
});
