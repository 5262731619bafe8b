import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WiredDevice } from '#test/macros/wired-device';
import { deployMacros } from './deploy-macros.ts';
import { removeMacros } from './remove-macros.ts';
import { rollbackDevice } from './rollback-device.ts';
import { testMacro } from './test-macro.ts';

let wired: WiredDevice;
let historyFolder: string;
beforeEach(async () => {
  wired = await WiredDevice.start();
  historyFolder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(async () => {
  await wired.close();
  rmSync(historyFolder, { recursive: true });
});

const first = [testMacro('a'), testMacro('b')];
const second = [testMacro('a', '// 2'), testMacro('c')];

const options = () => ({ target: wired.target, historyFolder, stayUpMs: 0 });
const deploy = (bundles: typeof first) => deployMacros({ ...options(), bundles, complete: true });
const sources = () =>
  wired.device.macros.store
    .active()
    .map(({ content }) => content)
    .sort();
const sourcesOf = (bundles: typeof first) => bundles.map(({ source }) => source).sort();

test('brings back the set before this one, and a second time the newer one', async () => {
  await deploy(first);
  await deploy(second);
  expect(await rollbackDevice(options())).toMatchObject({ outcome: 'rolled-back', restarts: 1 });
  expect(sources()).toEqual(sourcesOf(first));
  await rollbackDevice(options());
  expect(sources()).toEqual(sourcesOf(second));
});

test('brings back what was removed', async () => {
  await deploy(first);
  await removeMacros(options());
  expect(sources()).toEqual([]);
  await rollbackDevice(options());
  expect(sources()).toEqual(sourcesOf(first));
});

test('an unchanged deployment does not count as a set', async () => {
  await deploy(first);
  await deploy(second);
  await deploy(second);
  await rollbackDevice(options());
  expect(sources()).toEqual(sourcesOf(first));
});

test('a set that was no good does not count either', async () => {
  await deploy(first);
  await deploy(second);
  await expect(deploy([testMacro('a', "throw new Error('no');")])).rejects.toMatchObject({
    code: 'macro-not-ready',
  });
  expect(sources()).toEqual(sourcesOf(second));
  await rollbackDevice(options());
  expect(sources()).toEqual(sourcesOf(first));
});

test('only says what it would do', async () => {
  await deploy(first);
  await deploy(second);
  const lines: string[] = [];
  const report = await rollbackDevice({ ...options(), dryRun: true, say: (line) => lines.push(line) });
  expect(report).toMatchObject({ outcome: 'planned', saves: 0 });
  expect(lines[0]).toMatch(/^SIM room1 {2}back to the set of 20\d\d-/);
  expect(lines).toContain('SIM room1  would remove c');
  expect(sources()).toEqual(sourcesOf(second));
});

test('what was never deployed from here cannot be rolled back', async () => {
  await expect(rollbackDevice(options())).rejects.toMatchObject({
    code: 'nothing-to-roll-back',
    exitCode: 2,
  });
});

test('a device that had none of ours before says how to get there', async () => {
  await deploy(first);
  await expect(rollbackDevice(options())).rejects.toThrow('--remove');
});

test('the kept sources are for their owner alone: they may hold secrets', async () => {
  await deploy(first);
  expect(statSync(join(historyFolder, 'SIM%20room1/sets.json')).mode & 0o077).toBe(0);
});

test('a file that is not what it should be is named, and nothing is changed', async () => {
  await deploy(first);
  writeFileSync(join(historyFolder, 'SIM%20room1/sets.json'), '{"current": 7}');
  await expect(rollbackDevice(options())).rejects.toMatchObject({
    code: 'bad-history',
    message: expect.stringContaining('sets.json'),
  });
  await expect(deploy(second)).rejects.toMatchObject({ code: 'bad-history' });
  expect(sources()).toEqual(sourcesOf(first));
});
