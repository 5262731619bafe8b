import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PageName, Room } from '#contract';
import { turnOf } from '../dialogue/turn.fixture.ts';
import type { Turn } from '../dialogue/turn.ts';
import { createViews, type ViewsOptions } from './create-views.ts';

export const SECRET = 'a secret for tests that is long enough';
export const SCRIPT = 'console.log("dashboard")';

export const ROOM: Room = {
  name: 'room1',
  lights: { on: true },
  blinds: { position: 50 },
  temperature: { target: 21, current: null },
  volume: 40,
  people: { count: 3, present: true },
};

/** A folder with built pages, removed when the test is over. */
export async function builtPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'views-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = {
    'pages/dashboard/index.html': '<!doctype html><title>Dashboard</title>',
    'pages/switch/index.html': '<!doctype html><title>Switch</title>',
    'pages/neutral/index.html': '<!doctype html><title>Neutral</title>',
    'pages/assets/dashboard-1a2b3c4d.js': SCRIPT,
    'pages/assets/.hidden.js': 'hidden',
    'outside.txt': 'outside',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return join(folder, 'pages');
}

/** Real views on built pages, with a clock that a test can move. */
export async function testViews(options: Partial<ViewsOptions> = {}) {
  const clock = { ms: Date.parse('2026-11-20T09:00:00Z') };
  const views = createViews({
    publicUrl: 'http://rooms.example.com',
    secret: SECRET,
    pagesDirectory: await builtPages(),
    now: () => new Date(clock.ms),
    ...options,
  });
  onTestFinished(() => views.close());

  const open = async (page: PageName = 'dashboard', turn: Partial<Turn> = {}) => {
    const { url, event } = await views.open(turnOf('show it', turn), page);
    return {
      url,
      event,
      token: new URL(url).searchParams.get('token') ?? '',
      report: event.report?.token ?? '',
    };
  };
  const get = (path: string, headers: Record<string, string> = {}) => views.routes.request(path, { headers });
  const report = (token: string, body: unknown) =>
    views.routes.request('/views/report', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { views, clock, open, get, report };
}
