import { transform } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WiredDevice } from '#test/macros/wired-device';
import { deployMacros } from './deploy-macros.ts';
import type { DeployOptions } from './deploy-options.ts';
import { testMacro } from './test-macro.ts';

let wired: WiredDevice;
beforeEach(async () => {
  wired = await WiredDevice.start();
});
afterEach(() => wired.close());

/** The time that macros have to stay up passes on the device's own clock, at once. */
const deploy = (options: Partial<DeployOptions> & Pick<DeployOptions, 'bundles'>) =>
  deployMacros({
    target: wired.target,
    stayUpMs: 5000,
    wait: (ms) => wired.device.clock.advance(ms),
    ...options,
  });

const good = testMacro('a');
const active = () => wired.device.macros.store.active().map(({ content }) => content);

describe('a set is good', () => {
  test('when it has reported its own hashes and stayed up', async () => {
    expect(await deploy({ bundles: [good] })).toMatchObject({
      outcome: 'deployed',
      restarts: 1,
      notProved: [],
      condemnedBy: [],
      restored: false,
    });
    expect(wired.commands().filter(({ path }) => path === 'Macros Runtime Status')).toHaveLength(2);
  });

  test('when what it logs as an error, the set before it logged too', async () => {
    const grumble = "console.error('no printer here');";
    await deploy({ bundles: [good] });
    wired.device.macros.store.save('a', testMacro('a', grumble).source);
    await wired.device.macros.restart();
    expect(await deploy({ bundles: [testMacro('a', `${grumble} // 2`)] })).toMatchObject({
      outcome: 'deployed',
    });
  });

  test('when another one, which nobody asked about, was broken before', async () => {
    const { store } = wired.device.macros;
    store.save('b', testMacro('b', '', { isReady: false }).source);
    store.activate('b');
    expect(await deploy({ bundles: [good], readyTimeoutMs: 500 })).toMatchObject({ outcome: 'deployed' });
  });

  test('without any wait, when that is asked for', async () => {
    const wait = () => Promise.reject(new Error('waited'));
    expect(await deploy({ bundles: [good], stayUpMs: 0, wait })).toMatchObject({ outcome: 'deployed' });
  });
});

describe('a set is no good, and the one before it runs again', () => {
  beforeEach(() => deploy({ bundles: [good] }));

  test.each([
    ['throws after a while', "setTimeout(() => { throw new Error('late'); }, 4000);", 'ERROR a: Error: late'],
    ['rejects what nobody catches', "Promise.reject(new Error('lost'));", 'ERROR a: .*lost'],
    ['logs an error', "setTimeout(() => console.error('no database'), 1000);", 'ERROR a: no database'],
  ])('when it %s', async (_, code, line) => {
    await expect(deploy({ bundles: [testMacro('a', code)] })).rejects.toMatchObject({
      code: 'macro-not-ready',
      message: expect.stringMatching(
        new RegExp(
          `^SIM room1: a logs errors that the set before it did not log\\.\\n {2}${line}.*\\nSIM room1: The set before it runs again\\.$`,
        ),
      ),
      report: { condemnedBy: [expect.stringMatching(line)], restored: true, restarts: 2 },
    });
    expect(active()).toEqual([good.source]);
  });

  test('when it hangs: the device stops it, which its count of crashes tells', async () => {
    wired.device.setConfiguration(['Macros', 'UnresponsiveTimeout'], 1);
    const hanging = testMacro('a', 'setTimeout(() => { for (;;) {} }, 100);');
    await expect(deploy({ bundles: [hanging] })).rejects.toThrow(/the macros crashed/);
    expect(active()).toEqual([good.source]);
    expect(wired.device.macros.status().Running).toBe('True');
  });

  test('when it says that it is ready with another hash', async () => {
    const stale = { ...testMacro('a', '// 2'), hash: 'b'.repeat(64) };
    await expect(deploy({ bundles: [stale], readyTimeoutMs: 200 })).rejects.toThrow('a has not said');
    expect(active()).toEqual([good.source]);
  });

  test('and one that was new is gone again', async () => {
    const bundles = [testMacro('a', '// 2'), testMacro('b', "throw new Error('no');")];
    await expect(deploy({ bundles })).rejects.toMatchObject({ report: { restored: true, saves: 2 } });
    expect(wired.device.macros.store.list().map(({ content }) => content)).toEqual([good.source]);
  });
});

test('where there was no set before, none of ours is left', async () => {
  const broken = testMacro('a', "throw new Error('no');");
  await expect(deploy({ bundles: [broken] })).rejects.toMatchObject({ report: { restored: true } });
  expect(wired.device.macros.store.list()).toEqual([]);
});

test('a connection that is lost while the macros must stay up proves nothing, and says so', async () => {
  const wait = async () => wired.listener.faults.drop();
  await expect(deploy({ bundles: [good], wait })).rejects.toMatchObject({ code: 'closed', exitCode: 1 });
  expect(active()).toEqual([good.source]);
});

test('the places in the lines that condemned it are those of the TypeScript', async () => {
  const text = `type Reason = string;
const reason: Reason = 'late';

setTimeout(() => {
  throw new Error(reason);
}, 1000);`;
  const plain = testMacro('late');
  const { code, map } = await transform(text, {
    loader: 'ts',
    minify: true,
    banner: plain.source,
    sourcemap: 'external',
    sourcefile: '../../macros/late/index.ts',
  });
  await expect(deploy({ bundles: [{ ...plain, source: code, map }] })).rejects.toThrow(
    /ERROR late: Error: late \(macros\/late\/index\.ts:5:\d+\)/,
  );
});
