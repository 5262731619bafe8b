import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WiredDevice } from '#test/macros/wired-device';
import { deployMacros } from './deploy-macros.ts';
import { changedSettings, digestSettings } from './settings-digest.ts';
import { testMacro } from './test-macro.ts';

const digest = (settings: object) => digestSettings(['a'], { a: { ...settings } });

test('what is new, gone or different is named', () => {
  const before = digest({ same: [1, { deep: true }], gone: 1, other: 'x' });
  const after = digest({ same: [1, { deep: true }], fresh: 1, other: 'y' });
  expect(changedSettings(before, after, 'a')).toEqual(['fresh', 'gone', 'other']);
});

test('of a macro that was not known before nothing is said', () => {
  expect(changedSettings(undefined, digest({ one: 1 }), 'a')).toEqual([]);
  expect(changedSettings(digestSettings(['b'], {}), digest({ one: 1 }), 'a')).toEqual([]);
});

test('a deployment says which settings changed, and never what they are', async () => {
  const wired = await WiredDevice.start();
  onTestFinished(() => wired.close());
  const historyFolder = mkdtempSync(join(tmpdir(), 'history-'));
  onTestFinished(() => rmSync(historyFolder, { recursive: true }));
  const lines: string[] = [];
  const deploy = (minutes: number, code: string) =>
    deployMacros({
      target: { ...wired.target, settings: { a: { minutes, token: 'hunter2' } } },
      bundles: [{ ...testMacro('a', code), secrets: ['token'] }],
      stayUpMs: 0,
      historyFolder,
      say: (line) => lines.push(line),
    });
  await deploy(5, '');
  expect(lines[0]).not.toContain('settings changed');
  lines.length = 0;
  await deploy(10, '// 10');
  expect(lines[0]).toMatch(/save a \(.*\); settings changed: minutes; its text holds secrets: token$/);
  expect(lines.join('\n')).not.toContain('hunter2');
  expect(readFileSync(join(historyFolder, 'SIM%20room1/sets.json'), 'utf8')).not.toContain('hunter2');
});
