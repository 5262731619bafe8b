import { join } from 'node:path';
import type { TurnRecord } from '#simulator/assistant/turn-record';
import { pageBytes } from '#webviews/fixtures/page-bytes';
import { measurePages } from '#webviews/measure';
import { startChild } from './child.ts';
import type { Figure } from './figure.ts';

/** What opens each page, said to the device. */
const OPENED_BY = {
  dashboard: 'ok webex, ask room to show the dashboard',
  switch: 'ok webex, tell switch view to turn on',
} as const;

/** The pages as the skill server serves them: bytes, first paint, heap and rest, at 6 times less processor. */
export async function pageFigures(root: string): Promise<Figure[]> {
  const start = await startChild(root, ['node', 'scripts/run.mjs', 'start', '--port', '0', '--json']);
  try {
    const addresses: Record<string, string> = {};
    for (const [page, text] of Object.entries(OPENED_BY)) {
      addresses[page] = await addressOf(String(start.ready.console), text);
    }
    const measured = await measurePages(addresses);
    const bytes = await Promise.all(measured.map(({ page }) => pageBytes(join(root, 'dist/webviews'), page)));
    return measured.flatMap((each, index) => [
      {
        name: `${each.page}: JavaScript`,
        value: (bytes[index]?.js ?? Number.NaN) / 1024,
        unit: 'KB gzip',
        atMost: 20,
      },
      {
        name: `${each.page}: CSS`,
        value: (bytes[index]?.css ?? Number.NaN) / 1024,
        unit: 'KB gzip',
        atMost: 8,
      },
      {
        name: `${each.page}: everything`,
        value: (bytes[index]?.all ?? Number.NaN) / 1024,
        unit: 'KB gzip',
        atMost: 40,
      },
      {
        name: `${each.page}: first contentful paint`,
        value: each.firstContentfulPaint,
        unit: 'ms',
        atMost: 500,
      },
      { name: `${each.page}: heap`, value: each.heap / 2 ** 20, unit: 'MB', atMost: 4 },
      { name: `${each.page}: main thread at rest`, value: each.idle * 100, unit: '%', atMost: 0.5 },
    ]);
  } finally {
    await start.end();
  }
}

async function addressOf(console: string, text: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${console}/api/devices/room1/say`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ text }),
  });
  const { response } = (await answer.json()) as TurnRecord;
  for (const { name, payload } of response?.directives ?? []) {
    if (name === 'display-web-view') return payload.url;
  }
  throw new Error(`"${text}" opened no page`);
}
