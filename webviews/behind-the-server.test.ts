import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { DeviceReport } from '#contract/room';
import { turnOf } from '#server/dialogue/turn.fixture';
import { createViews } from '#server/views/create-views';
import { assetsIn } from './fixtures/page-bytes.ts';
import { room } from './fixtures/page-states.ts';
import { type Stage, setStage } from './fixtures/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.close());

/** The real views with the real pages, on a real socket. */
async function serveViews() {
  let address = '';
  const views = createViews({
    publicUrl: () => address,
    secret: 'a secret for tests that is long enough',
    pagesDirectory: stage.folder,
  });
  const server = createServer(getRequestListener(views.routes.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    views.close();
    server.closeAllConnections();
    server.close();
  });
  return { views, address };
}

async function browse(url: string) {
  const context = await stage.browser.newContext({ locale: 'en-GB' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints };
}

it('a page opened by a turn shows what its device reports, under the policy of the server', async () => {
  const { views } = await serveViews();
  const { url, event } = await views.open(turnOf('show the dashboard'), 'dashboard');
  const { page, complaints } = await browse(url);
  await page.getByText('Waiting for the room').first().waitFor();
  await page.locator('.countdown').getByText('Closes in 2 min').waitFor();

  const report: DeviceReport = { room, closesInSeconds: 20 };
  const { status } = await fetch(event.report?.url ?? '', {
    method: 'POST',
    headers: { authorization: `Bearer ${event.report?.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(report),
  });
  expect(status).toBe(204);
  await page.getByRole('heading', { name: 'Fjord' }).waitFor();
  await page.locator('.countdown').getByText('Closing in').waitFor();
  expect(complaints).toEqual([]);
});

it('a bad token gets the neutral page, which says how to see the page that was asked for', async () => {
  const { address } = await serveViews();
  const { page } = await browse(`${address}/views/switch?token=bad`);
  await page.getByRole('heading', { name: 'This page is no longer available' }).waitFor();
  expect(await page.locator('#open').textContent()).toContain('ok webex, tell switch view to turn on');
  expect(await page.locator('#close').textContent()).toContain('ok webex, tell switch view to turn off');
});

it('scripts and pages go out compressed, the event stream as it is', async () => {
  const { views, address } = await serveViews();
  const { url } = await views.open(turnOf('show the dashboard'), 'dashboard');
  const encodingOf = async (at: string) => {
    const answer = await fetch(at, { headers: { 'accept-encoding': 'gzip' } });
    const encoding = answer.headers.get('content-encoding');
    await answer.body?.cancel();
    return encoding;
  };
  const [script = ''] = assetsIn(await (await fetch(url)).text(), 'js');
  expect(await encodingOf(`${address}/views/assets/${script}`)).toBe('gzip');
  expect(await encodingOf(url)).toBe('gzip');
  expect(await encodingOf(url.replace('?', '/stream?'))).toBeNull();
});
