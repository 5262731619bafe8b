import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageState } from '#contract/page';
import { heapSize } from './fixtures/heap-size.ts';
import type { PageServer } from './fixtures/page-server.ts';
import { dashboardState, room, switchState } from './fixtures/page-states.ts';
import { type Stage, setStage } from './fixtures/stage.ts';

let stage: Stage;
let server: PageServer;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.serve();
});

afterAll(() => stage.close());

const dark: PageState = {
  ...dashboardState,
  room: { ...room, lights: { on: false }, blinds: { position: 0 }, temperature: { target: 18, current: 28 } },
};

const animations = (page: Page) =>
  page.evaluate(() => document.getAnimations().map((animation) => animation.playState));

async function openPage(state: PageState, options = {}) {
  server.stream.greeting = state;
  const { page } = await stage.open(server, state.page, options);
  await page.locator('.countdown:not(:empty)').waitFor();
  return page;
}

/** Waits until what changed is painted and what moved stands still. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    // The second frame begins when the first one is painted.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });

/** Keeps the property of every transition that starts from here on. */
const recordTransitions = (page: Page) =>
  page.evaluate(() => {
    const seen: string[] = [];
    document.addEventListener('transitionrun', (event) => seen.push(event.propertyName));
    Object.assign(window, { seen });
  });

const transitions = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)].sort());

describe('a page', () => {
  it.each([dashboardState, switchState])(
    '($page) has nothing that runs when nothing changes',
    async (state) => {
      const page = await openPage(state);
      await settled(page);
      expect(await animations(page)).toEqual([]);
    },
  );

  it.each([dashboardState, switchState])('($page) wakes up once a minute and no more', async (state) => {
    server.stream.greeting = { ...state, closesInSeconds: 300 };
    const { page } = await stage.open(server, state.page, { stopClock: true });
    await page.locator('.countdown:not(:empty)').waitFor();
    await page.evaluate(() => {
      const { setTimeout: original } = window;
      const timers: number[] = [];
      Object.assign(window, {
        timers,
        setTimeout: (handler: () => void, delay: number) => {
          timers.push(delay);
          return original(handler, delay);
        },
      });
    });
    await page.clock.runFor(180_000);
    const timers = await page.evaluate(() => (window as unknown as { timers: number[] }).timers);
    // Three minutes of the clock and three of the countdown.
    expect(timers).toHaveLength(6);
  });

  it('moves briefly by transform and opacity when the room changes', async () => {
    const page = await openPage(dashboardState);
    await settled(page);
    await recordTransitions(page);
    server.stream.state(dark);
    await page.locator('.lamp:not(.lit)').waitFor({ state: 'attached' });
    await settled(page);
    expect(await transitions(page)).toEqual(['opacity', 'transform']);
    expect(await animations(page)).toEqual([]);
  });

  it('does not move at all for people who want no motion', async () => {
    const page = await openPage(dashboardState, { reducedMotion: 'reduce' });
    await settled(page);
    await recordTransitions(page);
    server.stream.state({ ...dark, closesInSeconds: 20 });
    await page.locator('.soon').waitFor();
    await settled(page);
    expect(await transitions(page)).toEqual([]);
    expect(await animations(page)).toEqual([]);
  });

  it('needs little memory, and no more of it after an hour of changes', async () => {
    const page = await openPage(dashboardState);
    const session = await page.context().newCDPSession(page);
    const change = async (times: number) => {
      for (let index = 1; index <= times; index += 1) {
        const position = index % 101;
        server.stream.state({ ...dark, room: { ...room, blinds: { position }, volume: position } });
      }
      await page
        .locator('.volume .value')
        .getByText(String(times % 101), { exact: true })
        .waitFor();
      await settled(page);
    };
    // One report every 20 seconds and one change between each two is 360 an hour. During the first two the
    // engine still compiles what it meets; what grows after that would grow for ever.
    await change(360);
    await change(361);
    const before = await heapSize(session);
    await change(360);
    const after = await heapSize(session);
    expect(after).toBeLessThan(4 * 1024 * 1024);
    expect(after / before).toBeLessThan(1.05);
  });
});
