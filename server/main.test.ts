import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { get as httpsGet } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directives } from '#contract';
import { checkSkill, invokePlainSkill, invokeSkill } from '#simulator/assistant/skill-client';
import { defineSkill, on } from './dialogue/define-skill.ts';
import { echoSkill } from './doors/assistant/fixtures/echo-skill.ts';
import { makeKeys } from './doors/assistant/fixtures/test-keys.ts';
import { type RunningServer, type ServerOptions, startServer } from './main.ts';
import { createSkills } from './skills/index.ts';

const keys = makeKeys();
let directory: string;
let running: RunningServer[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'server-'));
  running = [];
});
afterEach(() => Promise.all(running.map((server) => server.close())));

async function putKeys(skill: string): Promise<void> {
  const folder = join(directory, 'skills', skill);
  await mkdir(folder, { recursive: true });
  const pem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(join(folder, 'key.private.pem'), pem, { mode: 0o600 });
  await writeFile(join(folder, 'key.secret'), keys.secret, { mode: 0o600 });
}

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    port: 0,
    dataDirectory: directory,
    keysDirectory: join(directory, 'skills'),
    pagesDirectory: join(directory, 'pages'),
    createSkills: () => [echoSkill()],
    ...options,
  });
  running.push(server);
  return server;
}

const registration = ({ url }: RunningServer) => ({ name: 'echo', url: `${url}/skills/echo`, ...keys });
const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
};

describe('the server', () => {
  it('takes a sealed turn and a health check over the wire', async () => {
    await putKeys('echo');
    const skill = registration(await start({ serverTiming: true }));
    const { response, stages } = await invokeSkill(skill, { text: 'hello', frame: { count: 1 } });
    expect(response.directives[0]).toEqual({ name: 'reply', type: 'view', payload: { text: 'hello' } });
    expect(response.frame).toEqual({ count: 1, echoed: 'hello' });
    expect(stages.map(({ stage }) => stage)).toEqual(
      'encrypt send verify decrypt validate dialogue finish'.split(' '),
    );
    await checkSkill(skill);
  });

  it('has the skills of this project', async () => {
    const server = await start({ createSkills });
    expect(server.skills).toEqual(expect.arrayContaining(['switch', 'room']));
  });

  it('is alive at once, and ready when every skill has keys', async () => {
    const server = await start();
    expect(await get(`${server.url}/healthz`)).toEqual({ status: 200, body: { alive: true } });
    expect(await get(`${server.url}/readyz`)).toEqual({
      status: 503,
      body: { ready: false, reason: 'no-keys' },
    });
    expect(server.withoutKeys).toEqual(['echo']);
    await putKeys('echo');
    await server.refresh();
    expect(await get(`${server.url}/readyz`)).toEqual({ status: 200, body: { ready: true } });
  });

  it('answers what it does not know with JSON', async () => {
    const { url } = await start();
    expect(await get(`${url}/nothing`)).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
    });
    expect(await get(`${url}/skills/nothing`)).toMatchObject({
      status: 404,
      body: { error: { code: 'unknown-skill' } },
    });
  });

  it('refuses a body that is too long while it still arrives', async () => {
    const { url } = await start();
    const answer = new Promise<number | undefined>((resolve, reject) => {
      const call = httpRequest(`${url}/skills/echo`, { method: 'POST' }, (response) => {
        resolve(response.statusCode);
        call.destroy();
      });
      call.on('error', reject);
      // It never ends: only what arrives can tell.
      call.write('x'.repeat(70_000));
    });
    expect(await answer).toBe(413);
  });

  it('goes on after a client that breaks off in the middle of a body', async () => {
    await putKeys('echo');
    const server = await start();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('POST /skills/echo HTTP/1.1\r\nHost: skill\r\nContent-Length: 100\r\n\r\n{"signa');
    await new Promise<void>((resolve) => socket.end(() => resolve()));
    expect((await invokeSkill(registration(server), { text: 'hello' })).response.challenge).toHaveLength(64);
  });

  it('takes plain requests only when told to', async () => {
    await expect(invokePlainSkill(registration(await start()), { text: 'hello' })).rejects.toMatchObject({
      code: 'refused',
      status: 400,
    });
    const plain = await start({ plainRequests: true });
    expect((await get(`${plain.url}/readyz`)).status).toBe(200);
    expect((await invokePlainSkill(registration(plain), { text: 'hello' })).response.directives).toHaveLength(
      3,
    );
  });

  it('keeps one secret for its pages, for its owner alone', async () => {
    await start();
    const file = join(directory, 'view-secret');
    const secret = await readFile(file, 'utf8');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(secret.trim().length).toBeGreaterThanOrEqual(32);
    await start();
    expect(await readFile(file, 'utf8')).toBe(secret);
  });
});

describe('starting', () => {
  it('speaks HTTPS with a certificate and its key', async () => {
    const pair = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
    const tls = { cert: join(directory, 'cert.pem'), key: join(directory, 'key.pem') };
    await writeFile(tls.cert, pair.cert);
    await writeFile(tls.key, pair.private);
    const { url } = await start({ tls });
    expect(url).toMatch(/^https:/);
    const [response] = await once(
      httpsGet(`${url}/healthz`, { ca: pair.cert, servername: 'localhost' }),
      'response',
    );
    response.resume();
    expect(response.statusCode).toBe(200);
  });

  it('refuses another host in the clear', async () => {
    await expect(start({ host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'bad-configuration',
      message: expect.stringContaining('HOST: found 0.0.0.0'),
    });
  });

  it('refuses plain requests on another host', async () => {
    const options = { host: '0.0.0.0', trustedProxies: ['10.0.0.1'], publicUrl: 'https://skill.example' };
    await expect(start({ ...options, plainRequests: true })).rejects.toThrow('PLAIN_REQUESTS');
  });

  it('refuses a port that is taken, or takes the next one when asked to', async () => {
    const port = Number(new URL((await start()).url).port);
    await expect(start({ port })).rejects.toMatchObject({ code: 'port-taken' });
    expect(Number(new URL((await start({ port, orNextPort: true })).url).port)).toBeGreaterThan(port);
  });
});

describe('shutting down', () => {
  /** A skill that answers when it is told to. */
  function patientSkill() {
    const [begun, finished] = [deferred(), deferred()];
    const wait = on('wait', /wait/, async () => {
      begun.resolve();
      await finished.promise;
      return { directives: directives().say('Done.') };
    });
    const skill = defineSkill({ ...echoSkill(), handlers: [wait] });
    return { skill, started: begun.promise, finish: finished.resolve };
  }

  it('finishes the turns in flight, says that it is not ready, and takes nothing new', async () => {
    await putKeys('echo');
    const { skill, started, finish } = patientSkill();
    const server = await start({ createSkills: () => [skill] });
    const turn = invokeSkill(registration(server), { text: 'wait' });
    await started;
    const finishProbe = await beginProbe(server);
    const closed = server.close();
    expect(await finishProbe()).toMatch(/^HTTP\/1.1 503 .*connection: close.*"reason":"shutting-down"/is);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    finish();
    expect((await turn).response.directives[0]?.payload).toEqual({ text: 'Done.' });
    await closed;
  });

  it('waits no longer than its deadline', async () => {
    await putKeys('echo');
    const { skill, started, finish } = patientSkill();
    const server = await start({ createSkills: () => [skill], shutdownSeconds: 0 });
    const turn = invokeSkill(registration(server), { text: 'wait' });
    const broken = expect(turn).rejects.toMatchObject({ code: 'unreachable' });
    await started;
    await server.close();
    await broken;
    finish();
  });

  it('may be asked for twice', async () => {
    const server = await start();
    await Promise.all([server.close(), server.close()]);
    await server.close();
  });
});

/**
 * A load balancer's connection, in the middle of asking `/readyz`: the rest is sent by the function that this
 * answers, which gives what came back until the server closed the connection.
 */
async function beginProbe(server: RunningServer): Promise<() => Promise<string>> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1').setEncoding('utf8');
  // The answer to the first request shows that the beginning of the second has arrived as well.
  socket.write('GET /healthz HTTP/1.1\r\nHost: skill\r\n\r\nGET /readyz HTTP/1.1\r\nHost: skill\r\n');
  await once(socket, 'data');
  return async () => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.write('\r\n');
    await once(socket, 'close');
    return text;
  };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  const hands: { resolve: () => void } = { resolve: () => undefined };
  const promise = new Promise<void>((resolve) => {
    hands.resolve = resolve;
  });
  return { promise, resolve: () => hands.resolve() };
}
