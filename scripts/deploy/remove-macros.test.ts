import { afterEach, beforeEach, expect, test } from 'vitest';
import { WiredDevice } from '#test/macros/wired-device';
import { deployMacros } from './deploy-macros.ts';
import { removeMacros } from './remove-macros.ts';
import { testMacro } from './test-macro.ts';

let wired: WiredDevice;
beforeEach(async () => {
  wired = await WiredDevice.start();
  await deployMacros({ ...options(), bundles: [testMacro('a'), testMacro('b')] });
});
afterEach(() => wired.close());

const options = () => ({ target: wired.target, stayUpMs: 0 });
const names = () => wired.device.macros.store.list().map(({ name }) => name);

test('takes all of ours off, and leaves others alone', async () => {
  wired.device.macros.store.save('theirs', 'console.log(1)');
  wired.device.macros.store.activate('theirs');
  expect(await removeMacros(options())).toMatchObject({
    outcome: 'removed',
    saves: 0,
    restarts: 1,
    foreign: ['theirs'],
    macros: [
      { name: 'a', action: 'remove' },
      { name: 'b', action: 'remove' },
    ],
  });
  expect(wired.device.macros.store.active().map(({ name }) => name)).toEqual(['theirs']);
});

test('takes off those that are named, and the others run on', async () => {
  await removeMacros({ ...options(), names: ['a'] });
  expect(names()).toEqual(['b']);
});

test('a macro that another one of theirs imports is only deactivated', async () => {
  wired.device.macros.store.save('theirs', "import { x } from './a';");
  await removeMacros(options());
  expect(wired.device.macros.store.find('a')?.active).toBe(false);
  expect(names()).toEqual(['a', 'theirs']);
});

test('of a device that has none of ours nothing is asked', async () => {
  await removeMacros(options());
  expect(await removeMacros(options())).toMatchObject({ outcome: 'unchanged', restarts: 0 });
});

test('a name that is not there lists those that are', async () => {
  await expect(removeMacros({ ...options(), names: ['c'] })).rejects.toMatchObject({
    code: 'unknown-macro',
    message: 'SIM room1 has no macro of ours that is called c. It has: a, b.',
  });
  expect(names()).toEqual(['a', 'b']);
});
