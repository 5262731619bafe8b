import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { expect, onTestFinished, test } from 'vitest';
import { EventReader } from './event-reader.fixture.ts';
import { ROOM, testViews } from './views.fixture.ts';
import type { Views } from './views.ts';

/** Serves views on a real socket. */
async function serve(views: Views, port = 0) {
  const server = createServer(getRequestListener(views.routes.fetch));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: address.port, stop };
}

const follow = (port: number, token: string, lastEventId = '') =>
  fetch(`http://127.0.0.1:${port}/views/dashboard/stream?token=${token}`, {
    headers: lastEventId ? { 'Last-Event-ID': lastEventId } : {},
  });

test('over a socket, a page loses its stream, comes back and goes on where it was', async () => {
  const { views, open, report } = await testViews();
  const { port, stop } = await serve(views);
  onTestFinished(stop);
  const { token, report: bearer } = await open();

  const stream = new EventReader(await follow(port, token));
  const first = await stream.state();
  await stream.cancel();

  const again = new EventReader(await follow(port, token, first.id));
  expect(await again.next()).toEqual({ retry: '2000' });
  await report(bearer, { room: ROOM });
  const second = await again.state();
  expect(second.state.room).toEqual(ROOM);
  expect(second.id).not.toBe(first.id);
});

test('a server that restarts ends the connection, and the page finds the next one with the same token', async () => {
  const before = await testViews();
  const first = await serve(before.views);
  const { token, report: bearer } = await before.open();
  const stream = new EventReader(await follow(first.port, token));
  const { id } = await stream.state();
  before.views.close();
  expect(await stream.next()).toBeNull();
  await first.stop();

  const after = await testViews({ now: () => new Date(before.clock.ms) });
  const second = await serve(after.views, first.port);
  onTestFinished(second.stop);
  const again = new EventReader(await follow(second.port, token, id));
  expect((await again.state()).state).toMatchObject({ closesInSeconds: 120, room: null });
  const response = await fetch(`http://127.0.0.1:${second.port}/views/report`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ room: ROOM }),
  });
  expect(response.status).toBe(204);
  expect((await again.state()).state.room).toEqual(ROOM);
});
