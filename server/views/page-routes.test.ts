import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordingLog } from '../log.fixture.ts';
import { SCRIPT, testViews } from './views.fixture.ts';

const NEUTRAL = '<!doctype html><title>Neutral</title>';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe('a page', () => {
  test('is served to who has its token', async () => {
    const { open, get } = await testViews();
    const { url } = await open('dashboard');
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(await response.text()).toContain('<title>Dashboard</title>');
    expect((await get((await open('switch')).url)).status).toBe(200);
  });

  test('is guarded by its headers, and so is what is refused', async () => {
    const { open, get } = await testViews();
    const { url, token } = await open();
    for (const path of [url, '/views/dashboard', '/views/none', `/views/dashboard/stream?token=${token}`]) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(POLICY);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('may be framed only by those who are named', async () => {
    const { get } = await testViews({ frameAncestors: ['http://127.0.0.1:3000', "'self'"] });
    const policy = (await get('/views/dashboard')).headers.get('content-security-policy');
    expect(policy?.endsWith("; frame-ancestors http://127.0.0.1:3000 'self'")).toBe(true);
  });

  test.each(["'none'; script-src *", '*', 'http://a b', 'javascript:', ''])(
    'the frame ancestor %j is refused: it could open the policy',
    async (ancestor) => {
      await expect(testViews({ frameAncestors: [ancestor] })).rejects.toThrow('must be an origin');
    },
  );
});

describe('the neutral page', () => {
  const expectNeutral = async (response: Response, status: number) => {
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(NEUTRAL);
  };

  test('is all that a missing, broken, expired or misused token gives, with 403', async () => {
    const { open, get, clock } = await testViews();
    const { token, report } = await open('dashboard');
    const wrong = [
      '',
      '?token=',
      '?token=nonsense',
      `?token=${report}`,
      `?token=${token}x`,
      `?TOKEN=${token}`,
    ];
    for (const query of wrong) {
      await expectNeutral(await get(`/views/dashboard${query}`), 403);
      await expectNeutral(await get(`/views/dashboard/stream${query}`), 403);
    }
    await expectNeutral(await get(`/views/switch?token=${token}`), 403);
    clock.ms += 15 * 60_000;
    await expectNeutral(await get(`/views/dashboard?token=${token}`), 403);
  });

  test('is what an unknown page or path gives, with 404', async () => {
    const { open, get } = await testViews();
    const { token } = await open();
    for (const path of [
      '',
      '/',
      '/none',
      '/neutral',
      '/report',
      '/dashboard/more',
      '/assets',
      '/assets/none.js',
    ]) {
      await expectNeutral(await get(`/views${path}?token=${token}`), 404);
    }
  });

  test('whatever path and token somebody makes up', async () => {
    const { get } = await testViews();
    const piece = fc.oneof(
      fc.constantFrom(
        'dashboard',
        'switch',
        'stream',
        'assets',
        'report',
        '..',
        '%2e%2e',
        '.',
        '%2f',
        '%',
        '%00',
      ),
      fc.string({ maxLength: 10 }),
    );
    const path = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('/'));
    await fc.assert(
      fc.asyncProperty(path, fc.string(), async (made, token) => {
        const response = await get(
          `/views/${made.replaceAll(/[?#]/g, '')}?token=${encodeURIComponent(token)}`,
        );
        expect([403, 404]).toContain(response.status);
        // A path may lead out of /views, where these routes have nothing at all.
        expect([NEUTRAL, '404 Not Found']).toContain(await response.text());
      }),
    );
  });
});

describe('an asset', () => {
  test('needs no token and is kept by the browser', async () => {
    const { get } = await testViews();
    const response = await get('/views/assets/dashboard-1a2b3c4d.js');
    expect(await response.text()).toBe(SCRIPT);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    '..%2Foutside.txt',
    '..%2F..%2Foutside.txt',
    '%2e%2e%2fdashboard%2findex.html',
    '..%5Coutside.txt',
    '%2Fetc%2Fpasswd',
    '.hidden.js',
    '%00',
    'dashboard-1a2b3c4d.js%00',
    '.',
  ])('%s is none', async (name) => {
    const { get } = await testViews();
    const response = await get(`/views/assets/${name}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/outside|hidden|root:/);
  });

  test('a name that no disk can hold is none', async () => {
    const { get } = await testViews();
    expect((await get(`/views/assets/${'x'.repeat(1000)}.js`)).status).toBe(404);
  });
});

describe('when something is missing', () => {
  test('pages that are not built say what to type', async () => {
    const { open, get } = await testViews({ pagesDirectory: '/nowhere' });
    for (const path of [(await open()).url, '/views/dashboard', '/views/none', '/views/assets/x.js']) {
      const response = await get(path);
      expect(response.status).toBe(503);
      expect(await response.text()).toBe('The pages are not built yet. Type: npm run build');
    }
  });

  test('a fault of the disk is logged, and nothing of it is shown', async () => {
    const log = recordingLog();
    const { get } = await testViews({ pagesDirectory: '/\0', log });
    const response = await get('/views/dashboard');
    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(/^Something went wrong here/);
    expect(log.lines).toMatchObject([{ level: 'error' }]);
  });
});
