import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestControl, type TestControl } from './test-control.ts';

const SERVER = 'http://127.0.0.1:3001';
let folder = '';
let control: TestControl;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'console-'));
  writeFileSync(join(folder, 'secret.txt'), 'not of the console');
  control = await startTestControl({ consoleDirectory: join(folder, 'built'), frameOrigins: [SERVER] });
});
afterEach(async () => {
  await control.close();
  rmSync(folder, { recursive: true });
});

const build = () => {
  mkdirSync(join(folder, 'built/assets'), { recursive: true });
  writeFileSync(join(folder, 'built/index.html'), '<!doctype html><title>Console</title>');
  writeFileSync(join(folder, 'built/assets/main.js'), 'export {};');
};

describe('the console’s files', () => {
  it('are served with a policy that lets in nothing foreign but the skill server’s pages', async () => {
    build();
    const page = await fetch(`${control.url}/?device=room1`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toContain('<title>Console</title>');
    const policy = page.headers.get('content-security-policy')?.split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain(`frame-src ${SERVER}`);
    expect(policy).toContain("frame-ancestors 'none'");
    const script = await fetch(`${control.url}/assets/main.js`);
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('say what to type when they are not built, and are there as soon as they are', async () => {
    const before = await fetch(`${control.url}/`);
    expect(before.status).toBe(503);
    expect(await before.text()).toContain('npm run build');
    build();
    expect((await fetch(`${control.url}/`)).status).toBe(200);
  });

  it('are all that is served', async () => {
    build();
    for (const path of [
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/none.js',
    ]) {
      expect((await fetch(`${control.url}${path}`)).status).toBe(404);
    }
  });
});
