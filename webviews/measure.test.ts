import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageServer } from './fixtures/page-server.ts';
import { dashboardState } from './fixtures/page-states.ts';
import { type Stage, setStage } from './fixtures/stage.ts';
import { measurePages } from './measure.ts';

let stage: Stage;
let server: PageServer;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.serve();
});

afterAll(() => stage.close());

it('measures what each page costs', async () => {
  server.stream.greeting = dashboardState;
  const addresses = {
    dashboard: `${server.origin}/views/dashboard?token=t`,
    neutral: `${server.origin}/views/neutral`,
  };
  const measured = await measurePages(addresses, { runs: 1, idleFor: 500 });
  expect(measured.map(({ page }) => page)).toEqual(['dashboard', 'neutral']);
  for (const { bytes, firstContentfulPaint, heap, idle, idleLayouts } of measured) {
    expect(bytes).toBeGreaterThan(1000);
    expect(firstContentfulPaint).toBeGreaterThan(0);
    expect(heap).toBeGreaterThan(100_000);
    expect(heap).toBeLessThan(4 * 1024 * 1024);
    expect(idle).toBeGreaterThanOrEqual(0);
    // The minute may turn meanwhile.
    expect(idleLayouts).toBeLessThanOrEqual(1);
  }
});
