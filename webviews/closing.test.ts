import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageServer } from './fixtures/page-server.ts';
import { dashboardState, switchState } from './fixtures/page-states.ts';
import { type Stage, setStage } from './fixtures/stage.ts';

let stage: Stage;
let server: PageServer;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  server = await stage.serve();
});

afterAll(() => stage.close());

async function openPage(closesInSeconds: number | null, name: 'dashboard' | 'switch' = 'dashboard') {
  const state = name === 'dashboard' ? dashboardState : switchState;
  server.stream.greeting = { ...state, closesInSeconds };
  const { page } = await stage.open(server, name, { stopClock: true, reducedMotion: 'reduce' });
  await page.locator('.say').getByText(state.dismissal).waitFor();
  const countdown = () => page.locator('.countdown').textContent();
  const bar = () =>
    page.evaluate(() => document.querySelector('.bar-left')?.getBoundingClientRect().width ?? -1);
  return { page, countdown, bar };
}

describe.each(['dashboard', 'switch'] as const)('the %s', (name) => {
  it('says when it goes: by the minute, and in the last half minute by the second', async () => {
    const { page, countdown } = await openPage(90, name);
    await page.locator('.countdown').getByText('Closes in 2 min').waitFor();
    await page.clock.runFor(30_000);
    expect(await countdown()).toBe('Closes in 1 min');
    await page.clock.runFor(29_900);
    expect(await countdown()).toBe('Closes in 1 min');
    await page.clock.runFor(100);
    expect(await countdown()).toBe('Closing in 30 s');
    await page.clock.runFor(29_000);
    expect(await countdown()).toBe('Closing in 1 s');
    await page.clock.runFor(1000);
    expect(await countdown()).toBe('This page is closing');
  });
});

describe('the countdown', () => {
  it('is a bar that shrinks with the last seconds', async () => {
    const { page, bar } = await openPage(30);
    await page.locator('.countdown').getByText('Closing in 30 s').waitFor();
    const whole = await bar();
    await page.clock.runFor(15_000);
    expect(await bar()).toBeCloseTo(whole / 2);
    await page.clock.runFor(15_000);
    expect(await bar()).toBe(0);
  });

  it('follows the device when that puts the end off, or calls it off', async () => {
    const { page, countdown } = await openPage(10);
    await page.locator('.countdown').getByText('Closing in 10 s').waitFor();
    server.stream.state({ ...dashboardState, closesInSeconds: 600 });
    await page.locator('.countdown').getByText('Closes in 10 min').waitFor();
    server.stream.state({ ...dashboardState, closesInSeconds: null });
    await page.locator('.countdown:empty').waitFor({ state: 'attached' });
    await page.clock.runFor(700_000);
    expect(await countdown()).toBe('');
  });

  it('goes on while the stream is lost', async () => {
    const { page, countdown } = await openPage(20);
    await page.locator('.countdown').getByText('Closing in 20 s').waitFor();
    await server.close();
    await page.locator('.news.lostSince').waitFor();
    await page.clock.runFor(5000);
    expect(await countdown()).toBe('Closing in 15 s');
  });
});
