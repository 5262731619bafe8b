import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { listen } from './listen.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function newServer(): Server {
  const server = createServer();
  servers.push(server);
  return server;
}

const host = '127.0.0.1';

it('takes any free port for 0', async () => {
  expect(await listen(newServer(), { host, port: 0, orNext: false })).toBeGreaterThan(0);
});

it('takes the next free port when asked to, and only then', async () => {
  const taken = await listen(newServer(), { host, port: 0, orNext: false });
  const refused = listen(newServer(), { host, port: taken, orNext: false });
  await expect(refused).rejects.toMatchObject({
    code: 'port-taken',
    message: expect.stringContaining(`Port ${taken} is taken`),
  });
  expect(await listen(newServer(), { host, port: taken, orNext: true })).toBeGreaterThan(taken);
});

it('passes on what else the system says', async () => {
  const elsewhere = listen(newServer(), { host: '192.0.2.1', port: 0, orNext: true });
  await expect(elsewhere).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
});
