import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, expect, it } from 'vitest';
import { keptLog } from '../doors/assistant/fixtures/test-door.ts';
import { createWebServer, type WebServer } from './create-web-server.ts';
import { listen } from './listen.ts';

const folder = await mkdtemp(join(tmpdir(), 'tls-'));
const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
const [first, second] = await Promise.all([newPair(), newPair()]);

async function newPair() {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
  });
  return { cert, key };
}

async function install({ cert, key }: typeof first): Promise<void> {
  await writeFile(tls.cert, cert);
  await writeFile(tls.key, key);
}

let running: WebServer | undefined;
const agents: Agent[] = [];
afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy();
  running?.close();
  running?.server.close();
});

async function start() {
  const { log, lines } = keptLog();
  running = await createWebServer({
    listener: (_request, response) => response.end('well'),
    tls,
    log,
    intervalMs: 3_600_000,
  });
  const port = await listen(running.server, { host: '127.0.0.1', port: 0, orNext: false });
  return { web: running, lines, port };
}

/** A client that keeps its one connection; each call answers the certificate of that connection. */
function connection(port: number): () => Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
  agents.push(agent);
  return async () => {
    const call = request({ port, agent }).end();
    const [response] = await once(call, 'response');
    response.resume();
    await once(response, 'end');
    return pem((call.socket as TLSSocket).getPeerCertificate().raw);
  };
}

const pem = (der: Buffer) => der.toString('base64');
const derOf = (cert: string) => cert.replace(/-----[^-]+-----|\s/g, '');

it('takes a renewed certificate for new connections, while the open ones go on', async () => {
  await install(first);
  const { web, port } = await start();
  const open = connection(port);
  expect(await open()).toBe(derOf(first.cert));
  await install(second);
  await web.reload();
  expect(await open()).toBe(derOf(first.cert));
  expect(await connection(port)()).toBe(derOf(second.cert));
});

it('stays with the former certificate while the new one does not fit its key', async () => {
  await install(first);
  const { web, port, lines } = await start();
  await writeFile(tls.cert, second.cert);
  await web.reload();
  expect(lines).toMatchObject([{ level: 'error', text: expect.stringContaining('the former stays') }]);
  expect(await connection(port)()).toBe(derOf(first.cert));
  await writeFile(tls.key, second.key);
  await web.reload();
  expect(await connection(port)()).toBe(derOf(second.cert));
});

it.each([
  ['does not fit', () => writeFile(tls.cert, second.cert)],
  ['is no certificate', () => writeFile(tls.cert, 'nothing')],
])('does not start with a certificate that %s', async (_name, spoil) => {
  await install(first);
  await spoil();
  await expect(start()).rejects.toMatchObject({
    code: 'bad-certificate',
    message: expect.stringContaining(tls.cert),
  });
});

it('does not start without the files', async () => {
  const absent = { cert: join(folder, 'absent.pem'), key: tls.key };
  const { log } = keptLog();
  const web = createWebServer({ listener: () => undefined, tls: absent, log, intervalMs: 1000 });
  await expect(web).rejects.toMatchObject({
    code: 'bad-certificate',
    message: expect.stringContaining('ENOENT'),
  });
});
