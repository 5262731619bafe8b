import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageState } from '#contract/page';
import type { PageServer } from './fixtures/page-server.ts';
import { dashboardState, room, switchState } from './fixtures/page-states.ts';
import { type Stage, setStage } from './fixtures/stage.ts';
import { auditText, lengthenText, scrolls } from './fixtures/text-audit.ts';

const VIEWPORTS = [
  [1920, 1080],
  [1280, 800],
  [600, 600],
  [1000, 640],
  [960, 540],
  [800, 600],
  [1080, 1920],
] as const;

const lastSeconds: PageState = {
  ...dashboardState,
  language: 'de',
  closesInSeconds: 24,
  room: {
    ...room,
    name: 'Besprechungsraum Nordflügel',
    blinds: { position: 0 },
    temperature: { target: 21.5, current: null },
    people: { count: null, present: null },
    volume: 100,
  },
};

const SCENES: [name: string, page: string, state: PageState | null][] = [
  ['the dashboard', 'dashboard', dashboardState],
  ['its last seconds, in German', 'dashboard', lastSeconds],
  ['the dashboard in Arabic', 'dashboard', { ...dashboardState, language: 'ar' }],
  ['the dashboard before the room is known', 'dashboard', { ...dashboardState, room: null }],
  ['the switch', 'switch', switchState],
  ['the neutral page', 'neutral', null],
];

let stage: Stage;
let server: PageServer;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.serve();
});

afterAll(() => stage.close());

async function openScene(page: string, state: PageState | null, ratio = 1) {
  server.stream.greeting = state;
  const opened = await stage.open(server, page, { deviceScaleFactor: ratio, stopClock: true });
  if (state) await opened.page.locator(`html[lang^="${state.language}"] .countdown:not(:empty)`).waitFor();
  return opened.page;
}

describe.each(SCENES)('%s', (_, name, state) => {
  it('is whole in every viewport, also with texts 40% longer', async () => {
    const page = await openScene(name, state);
    const faults: unknown[] = [];
    const look = async (what: string) => {
      for (const [width, height] of VIEWPORTS) {
        await page.setViewportSize({ width, height });
        const runs = (await auditText(page)).filter((run) => run.faults.length > 0);
        const scrolling = (await scrolls(page)) ? ['scrolls'] : [];
        faults.push(...[...runs, ...scrolling].map((fault) => ({ at: `${width}x${height} ${what}`, fault })));
      }
    };
    await look('as it is');
    await lengthenText(page);
    await look('longer');
    expect(faults).toEqual([]);
  });

  it.each([1, 2])('can be read from three metres at pixel ratio %i', async (ratio) => {
    const page = await openScene(name, state, ratio);
    const runs = await auditText(page);
    expect(runs.length).toBeGreaterThan(2);
    for (const run of runs) {
      expect(run.fontSize, run.text).toBeGreaterThanOrEqual(run.headline ? 64 : 28);
      expect(run.contrast, run.text).toBeGreaterThanOrEqual(7);
    }
    expect(runs.some((run) => run.headline)).toBe(true);
  });
});

describe('a room with the longest name that a device may report', () => {
  it('leaves everything else in its place', async () => {
    const name = 'Raum '.repeat(25).padEnd(128, 'x');
    const page = await openScene('dashboard', { ...dashboardState, room: { ...room, name } });
    for (const [width, height] of VIEWPORTS) {
      await page.setViewportSize({ width, height });
      const others = (await auditText(page)).filter((run) => run.text !== name);
      // The name ends in dots after two lines; what it has beyond them is not painted.
      const faults = others.flatMap((run) => run.faults).filter((fault) => !fault.includes(name));
      expect(faults).toEqual([]);
      expect(await scrolls(page)).toBe(false);
    }
  });
});

describe('direction', () => {
  it.each([
    ['ar', 'rtl'],
    ['de', 'ltr'],
  ])('of %s is %s', async (language, direction) => {
    const page = await openScene('dashboard', { ...dashboardState, language });
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
    const lights = await page.locator('.lights').boundingBox();
    const volume = await page.locator('.volume').boundingBox();
    expect((lights?.x ?? 0) > (volume?.x ?? 0)).toBe(direction === 'rtl');
  });
});

describe('the neutral page', () => {
  it('speaks the language of the device and names the page that was asked for', async () => {
    const { page } = await stage.open(server, 'neutral', { locale: 'de-DE' });
    await page.locator('html[lang="de-DE"]').waitFor();
    expect(await page.locator('h1').textContent()).toBe('Diese Seite ist nicht mehr verfügbar');
  });

  it('is complete without a script', async () => {
    const { page } = await stage.open(server, 'neutral', { javaScriptEnabled: false });
    expect(await page.locator('body').textContent()).toContain('ok webex, ask room to show the dashboard');
    expect(await page.locator('body').textContent()).toContain('ok webex, tell room to close it');
  });
});
