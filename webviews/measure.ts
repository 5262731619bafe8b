import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '#test/browser';
import { heapSize } from './fixtures/heap-size.ts';

/** What a page costs, measured as a device would feel it: 1920x1080 at ratio 2, the processor slowed down 6 times. */
export interface PageMeasurement {
  readonly page: string;
  /** Bytes over the wire of everything that the page loads, as the server sends it. */
  readonly bytes: number;
  /** Milliseconds from opening to the first text or drawing: the median of the runs. */
  readonly firstContentfulPaint: number;
  /** Bytes of JavaScript heap after collection. */
  readonly heap: number;
  /** Share of a core that the main thread takes at rest, 0 to 1. */
  readonly idle: number;
  /** How often the page was laid out again while nothing changed. */
  readonly idleLayouts: number;
}

export interface MeasureOptions {
  /** Loads of which the median counts. */
  readonly runs?: number;
  /** Milliseconds for which a page at rest is watched. */
  readonly idleFor?: number;
}

const SLOWER = 6;

/**
 * Measures pages that are served, such as by `startPageServer` or by the skill server.
 *
 * @param addresses the address of each page by its name, token included
 */
export async function measurePages(
  addresses: Readonly<Record<string, string>>,
  { runs = 5, idleFor = 5000 }: MeasureOptions = {},
): Promise<PageMeasurement[]> {
  const browser = await launchBrowser();
  try {
    const measurements: PageMeasurement[] = [];
    for (const [page, address] of Object.entries(addresses)) {
      const paints: number[] = [];
      for (let run = 0; run < runs; run += 1) paints.push(await firstPaint(browser, address));
      measurements.push({
        page,
        firstContentfulPaint: median(paints),
        ...(await atRest(browser, address, idleFor)),
      });
    }
    return measurements;
  } finally {
    await browser.close();
  }
}

/** Each run has a context of its own, so that nothing comes from a cache. */
async function openSlowly(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const viewport = { width: 1920, height: 1080 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, session };
}

/** Run in the page, whose `PerformanceObserver` knows entries that Node's does not; hence as text. */
const FIRST_CONTENTFUL_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-contentful-paint') resolve(startTime);
    }
  }).observe({ type: 'paint', buffered: true });
})`;

async function firstPaint(browser: Browser, address: string): Promise<number> {
  const { page } = await openSlowly(browser);
  await page.goto(address);
  const time = await page.evaluate<number>(FIRST_CONTENTFUL_PAINT);
  await page.context().close();
  return time;
}

async function atRest(
  browser: Browser,
  address: string,
  idleFor: number,
): Promise<Pick<PageMeasurement, 'bytes' | 'heap' | 'idle' | 'idleLayouts'>> {
  const { page, session } = await openSlowly(browser);
  await session.send('Performance.enable');
  await page.goto(address);
  const bytes = await page.evaluate(() =>
    performance
      .getEntries()
      .reduce((sum, entry) => sum + ('transferSize' in entry ? Number(entry.transferSize) : 0), 0),
  );
  const heap = await heapSize(session);
  // The time of a page is what is measured here: nothing else can be waited for.
  await page.waitForTimeout(1000);
  const before = await metrics(session);
  await page.waitForTimeout(idleFor);
  const after = await metrics(session);
  await page.context().close();
  const taken = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  return { bytes, heap, idle: taken('TaskDuration') / taken('Timestamp'), idleLayouts: taken('LayoutCount') };
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
