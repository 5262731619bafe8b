import { describe, expect, it } from 'vitest';
import { importFault, roomOf } from './import-table.ts';

describe('the import table', () => {
  it.each([
    ['contract/page.ts', 'valibot'],
    ['contract/page.ts', './room.ts'],
    ['macros/room-controls/index.ts', 'xapi'],
    ['macros/room-controls/index.ts', '../lib/ready.ts'],
    ['webviews/dashboard/app.tsx', '#contract/page'],
    ['server/views/create-views.ts', 'hono/streaming'],
    ['simulator/wire/listen.ts', '#xapi'],
    ['simulator/console/app.tsx', '../device/screen.ts'],
    ['scripts/commands/start.ts', '#simulator/main'],
    ['test/browser.ts', '#project/scripts/setup/find-browser.mjs'],
    ['server/version.ts', '#project/package.json'],
  ])('lets %s import %s', (file, specifier) => {
    expect(importFault(file, specifier)).toBeUndefined();
  });

  it.each([
    ['contract/page.ts', 'hono', 'contract/ may not import the package hono; it may import valibot'],
    ['contract/page.ts', 'node:fs', 'contract/ may not import the package node:fs; it may import valibot'],
    ['server/main.ts', '#simulator/main', 'server/ may not import #simulator/main; it may import #contract'],
    [
      'simulator/main.ts',
      '#server/main',
      'simulator/ may not import #server/main; it may import #contract, #xapi',
    ],
    [
      'macros/a/index.ts',
      '../../server/main.ts',
      '../../server/main.ts leaves the room macros/; write #server/main',
    ],
    [
      'server/main.ts',
      '#project/scripts/x.mjs',
      'server/ may not import #project/scripts/x.mjs; it may import #contract',
    ],
    ['webviews/a/app.tsx', '#scripts/x', 'webviews/ may not import #scripts/x; it may import #contract'],
  ])('refuses %s importing %s', (file, specifier, fault) => {
    expect(importFault(file, specifier)).toBe(fault);
  });

  it('knows the console as a room of its own', () => {
    expect(roomOf('simulator/console/app.tsx')).toBe('simulator/console');
    expect(roomOf('simulator/main.ts')).toBe('simulator');
    expect(importFault('simulator/console/app.tsx', 'ws')).toContain('may not import the package ws');
  });

  it('leaves files outside the rooms alone', () => {
    expect(importFault('vitest.config.ts', 'anything')).toBeUndefined();
  });
});
