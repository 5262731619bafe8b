import { hostname } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WiredDevice } from '#test/macros/wired-device';
import { deployMacros } from './deploy-macros.ts';
import type { DeployOptions } from './deploy-options.ts';
import { heldHere, isHeld, type LockHolder, lockSource } from './lock-holder.ts';
import { testMacro } from './test-macro.ts';

let wired: WiredDevice;
let lines: string[];
beforeEach(async () => {
  wired = await WiredDevice.start();
  lines = [];
});
afterEach(() => wired.close());

const bundles = [testMacro('a')];
const deploy = (options: Partial<DeployOptions> = {}) =>
  deployMacros({
    target: wired.target,
    bundles,
    stayUpMs: 0,
    say: (line) => lines.push(line),
    ...options,
  });
const names = () => wired.device.macros.store.list().map(({ name }) => name);

const ada: LockHolder = {
  id: '1',
  owner: 'ada',
  host: 'laptop-of-ada',
  pid: 42,
  since: Date.now(),
  until: Date.now() + 60_000,
};
const hold = (holder: Partial<LockHolder> = {}) =>
  wired.device.macros.store.save('kit--lock', lockSource({ ...ada, ...holder }));

test('is held while a device is changed, never active, and gone afterwards', async () => {
  const seen: unknown[] = [];
  wired.device.journal.onEntry(({ path }) => {
    if (path === 'Macros Macro Activate') seen.push(wired.device.macros.store.find('kit--lock')?.active);
  });
  await deploy();
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set([false]));
  expect(names()).toEqual(['a']);
});

test('of somebody else stops a deployment, and says who, where and until when', async () => {
  hold();
  await expect(deploy()).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringMatching(
      /^SIM room1: ada on laptop-of-ada \(process 42\) deploys here since [\d:]+, until [\d:]+ UTC at the latest\. Try again when that is over\.$/,
    ),
  });
  expect(names()).toEqual(['kit--lock']);
});

test('does not stop a look, nor a device that has everything', async () => {
  await deploy();
  hold();
  expect(await deploy()).toMatchObject({ outcome: 'unchanged' });
  expect(await deploy({ bundles: [testMacro('a', '// 2')], dryRun: true })).toMatchObject({
    outcome: 'planned',
    repaired: [],
  });
  expect(names()).toEqual(['a', 'kit--lock']);
});

test('is waited for, as long as that is asked for', async () => {
  hold();
  let waits = 0;
  const wait = async () => {
    waits += 1;
    if (waits === 3) wired.device.macros.store.remove('kit--lock');
  };
  expect(await deploy({ lockWaitMs: 10_000, wait })).toMatchObject({ outcome: 'deployed' });
  expect(lines.filter((line) => line.includes('waits'))).toHaveLength(1);
  hold();
  const never = async () => {};
  await expect(deploy({ bundles: [testMacro('b')], lockWaitMs: 3000, wait: never })).rejects.toMatchObject({
    code: 'locked',
  });
});

test.each([
  ['whose time is over', { until: Date.now() - 1 }],
  ['of a process of this machine that is gone', { host: hostname(), pid: 2 ** 30 }],
  ['that a run of this process left behind', { host: hostname(), pid: process.pid }],
])('%s is taken away', async (_, holder) => {
  hold(holder);
  expect(await deploy()).toMatchObject({ outcome: 'deployed', repaired: ['remove kit--lock, left behind'] });
  expect(names()).toEqual(['a']);
});

test('that cannot be read is taken away as well', async () => {
  wired.device.macros.store.save('kit--lock', lockSource(ada).split('\n')[0] ?? '');
  expect(await deploy()).toMatchObject({ outcome: 'deployed' });
  expect(names()).toEqual(['a']);
});

test('that the device does not let go of ends the run', async () => {
  hold({ until: Date.now() - 1 });
  wired.device.setAnswer(['Macros', 'Macro', 'Remove'], { error: { message: 'Not now' } });
  await expect(deploy()).rejects.toMatchObject({
    code: 'command-refused',
    message: expect.stringContaining('Macro already exists'),
  });
});

test('of two who deploy at once one works and one is told so', async () => {
  const runs = await Promise.allSettled([deploy(), deploy({ bundles: [testMacro('a', '// 2')] })]);
  expect(runs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(runs.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'locked' } });
  expect(names()).toEqual(['a']);
  expect(heldHere.size).toBe(0);
});

test('of a living process of this machine counts, whoever it belongs to', () => {
  expect(isHeld({ ...ada, host: hostname(), pid: 1 }, Date.now())).toBe(true);
});
