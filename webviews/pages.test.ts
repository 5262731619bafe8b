import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageNameSchema } from '#contract/page';
import { assetsIn, pageBytes } from './fixtures/page-bytes.ts';
import type { PageServer } from './fixtures/page-server.ts';
import { dashboardState } from './fixtures/page-states.ts';
import { type Stage, setStage } from './fixtures/stage.ts';

const PAGES = [...PageNameSchema.options, 'neutral'];

let stage: Stage;
let server: PageServer;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.serve();
});

afterAll(() => stage.close());

const htmlOf = (page: string) => readFile(join(stage.folder, page, 'index.html'), 'utf8');

describe.each(PAGES)('the page %s', (name) => {
  it('is small', async () => {
    const bytes = await pageBytes(stage.folder, name);
    expect(bytes.js).toBeGreaterThan(0);
    expect(bytes.js).toBeLessThanOrEqual(20 * 1024);
    expect(bytes.css).toBeLessThanOrEqual(8 * 1024);
    expect(bytes.all).toBeLessThanOrEqual(40 * 1024);
  });

  it('names its scripts and styles absolutely, and has none within', async () => {
    const html = await htmlOf(name);
    const references = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    // The empty icon keeps the browser from asking for one.
    const known = assetsIn(html, 'js').length + assetsIn(html, 'css').length;
    expect(references.filter((address) => address !== 'data:,')).toHaveLength(known);
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  });

  it('works under the strict policy and asks nobody else for anything', async () => {
    server.stream.greeting = name === 'neutral' ? null : dashboardState;
    const context = await stage.browser.newContext({ locale: 'de-DE' });
    const page = await context.newPage();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${server.origin}/views/${name}?token=t`);
    await page.locator(name === 'neutral' ? 'html[lang="de-DE"]' : '.countdown:not(:empty)').waitFor();
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([server.origin]);
  });

  it('has nothing that looks as if it could be pressed', async () => {
    const { page } = await stage.open(server, name);
    await page.locator('.say').first().waitFor();
    expect(await page.locator('a, button, input, select, [role=button], [tabindex], [onclick]').count()).toBe(
      0,
    );
    const cursors = await page.evaluate(() =>
      [...document.querySelectorAll('body, body *')].map((element) => getComputedStyle(element).cursor),
    );
    expect(new Set(cursors)).toEqual(new Set(['default']));
  });
});

describe('the build', () => {
  it('has a page of every name in the contract, and the neutral one', async () => {
    const folders = (await readdir(stage.folder)).filter((folder) => folder !== 'assets');
    expect(folders.sort()).toEqual([...PAGES].sort());
  });

  it('has no style that costs a device its breath, and moves only by transform and opacity', async () => {
    for (const css of await assets('css')) {
      expect(css).not.toMatch(/blur|box-shadow|text-shadow|drop-shadow|backdrop-filter|[^-]filter:|infinite/);
      const moved = [...css.matchAll(/transition:([^;}]+)/g)].flatMap(([, value = '']) => value.split(','));
      for (const transition of moved) expect(transition).toMatch(/^(transform|opacity|none)\b/);
    }
  });

  it('has no way to make markup from data', async () => {
    for (const script of await assets('js'))
      expect(script).not.toMatch(/insertAdjacentHTML|document\.write|eval\(/);
  });
});

async function assets(ending: string): Promise<string[]> {
  const folder = join(stage.folder, 'assets');
  const names = (await readdir(folder)).filter((name) => name.endsWith(`.${ending}`));
  expect(names.length).toBeGreaterThan(0);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}
