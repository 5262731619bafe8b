import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '#contract/room';
import type { PageServer } from './fixtures/page-server.ts';
import { dashboardState, room } from './fixtures/page-states.ts';
import { type Stage, setStage } from './fixtures/stage.ts';
import { STATE_MAX } from './lib/read-state.ts';

let stage: Stage;
let server: PageServer;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  server = await stage.serve();
});

afterAll(() => stage.close());

/** Waits until an element says this; a page that never does fails the test by its time. */
const says = (page: Page, selector: string, text: string) =>
  page.locator(selector).getByText(text, { exact: true }).waitFor();

async function openDashboard() {
  server.stream.greeting = dashboardState;
  const opened = await stage.open(server, 'dashboard', { stopClock: true });
  await says(opened.page, 'h1', 'Fjord');
  return opened.page;
}

const change = (part: Partial<Room>) =>
  server.stream.state({ ...dashboardState, room: { ...room, ...part } });

describe('the room on the dashboard', () => {
  it('is shown as the device reports it', async () => {
    const page = await openDashboard();
    await says(page, '.lights .value', 'On');
    await says(page, '.blinds .value', '60% open');
    await says(page, '.temperature .value', '21.5°C');
    await says(page, '.temperature .detail', 'Set to 22°C');
    await says(page, '.people .value', '3');
    await says(page, '.volume .value', '45');
    expect(await page.locator('.figure.there').count()).toBe(3);
    expect(await page.locator('.step.loud').count()).toBe(5);
  });

  it('follows every change without a reload', async () => {
    const page = await openDashboard();
    await page.evaluate(() => document.body.setAttribute('data-same', 'page'));
    change({ lights: { on: false }, blinds: { position: 0 }, people: { count: 12, present: true } });
    await says(page, '.lights .value', 'Off');
    await says(page, '.blinds .value', 'Closed');
    await says(page, '.people .value', '12');
    expect(await page.locator('.lamp.lit').count()).toBe(0);
    expect(await page.locator('body[data-same]').count()).toBe(1);
  });

  it('lets the blinds hang as low as they do', async () => {
    const page = await openDashboard();
    const hangs = (position: number) => {
      change({ blinds: { position } });
      return page.locator(
        `.slat:last-child[style*="${position === 0 ? 'translateY(286px)' : 'translateY(39px)'}"]`,
      );
    };
    await hangs(0).waitFor();
    await hangs(100).waitFor();
  });

  it('says what the device cannot tell', async () => {
    const page = await openDashboard();
    change({ temperature: { target: 22, current: null }, people: { count: null, present: true } });
    await says(page, '.temperature .value', 'Set to 22°C');
    await says(page, '.people .value', 'In use');
    change({ people: { count: null, present: false } });
    await says(page, '.people .value', 'Empty');
    change({ people: { count: null, present: null } });
    await says(page, '.people .value', 'Not known');
  });

  it('is waited for, tile by tile, without a made-up number', async () => {
    server.stream.greeting = { ...dashboardState, room: null };
    const { page } = await stage.open(server, 'dashboard');
    await says(page, '.countdown', 'Closes in 5 min');
    expect(await page.locator('.wait').allTextContents()).toEqual(Array(5).fill('Waiting for the room'));
    expect(await page.locator('main').textContent()).not.toMatch(/\d/);
  });

  it('is text, whatever it holds', async () => {
    const page = await openDashboard();
    const name = '<img src=x onerror="document.title=1"><b>Fjord</b>';
    change({ name });
    await says(page, 'h1', name);
    expect(await page.locator('h1 *').count()).toBe(0);
  });
});

describe('a lost stream', () => {
  it('is mended by the browser, which says what it has already', async () => {
    const page = await openDashboard();
    server.stream.drop();
    await says(page, '.news', 'Live again');
    expect(server.stream.connections).toEqual([null, '1']);
    await page.clock.runFor(5000);
    await says(page, '.news', 'Friday 20 November');
  });

  it('is tried again by the page where the browser gives up, and the page says so', async () => {
    const page = await openDashboard();
    server.stream.status = 503;
    server.stream.drop();
    await says(page, '.news', 'No news from the room since 12:00. Trying again.');
    await says(page, '.lights .value', 'On');
    server.stream.status = 200;
    server.stream.greeting = { ...dashboardState, room: { ...room, lights: { on: false } } };
    // The page's clock stands still, so its next attempt comes only as time is moved on.
    while ((await page.locator('.news').textContent()) !== 'Live again') await page.clock.runFor(1000);
    await says(page, '.lights .value', 'Off');
  });

  it('is not followed further once the server has ended it', async () => {
    const page = await openDashboard();
    server.stream.send('end', '{}');
    await says(page, '.news', 'This page gets no more news from the room.');
    server.stream.drop();
    await page.clock.runFor(120_000);
    expect(server.stream.connections).toHaveLength(1);
  });
});

describe('without a server', () => {
  it('the page says that it tries, and still how to close it', async () => {
    server.stream.status = 503;
    const { page } = await stage.open(server, 'dashboard');
    await says(page, '.news', 'The room cannot be reached. Trying again.');
    await says(page, '.say', 'ok webex, tell room to close it');
    await says(page, 'h1', 'This room');
    expect(await page.locator('.wait').count()).toBe(5);
  });

  it('the page keeps what it has', async () => {
    const page = await openDashboard();
    await server.close();
    await says(page, '.news', 'No news from the room since 12:00. Trying again.');
    await says(page, '.lights .value', 'On');
  });

  it('a page whose script does not come says how to close it', async () => {
    const { page } = await stage.open(server, 'dashboard', { javaScriptEnabled: false });
    await says(page, '.say', 'ok webex, tell room to close it');
  });
});

describe('news that cannot be read', () => {
  it.each([
    ['no JSON', '{"page":'],
    ['another shape', JSON.stringify({ ...dashboardState, room: { name: 'Fjord' } })],
    ['too long', JSON.stringify({ ...dashboardState, dismissal: 'x'.repeat(STATE_MAX) })],
  ])('(%s) changes nothing but the sentence that says so', async (_, data) => {
    const page = await openDashboard();
    server.stream.send('state', data);
    await says(page, '.news', 'Some news from the room could not be read.');
    await says(page, 'h1', 'Fjord');
    change({ lights: { on: false } });
    await says(page, '.lights .value', 'Off');
    await says(page, '.news', 'Friday 20 November');
  });
});
