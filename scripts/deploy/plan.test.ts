import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WiredDevice } from '#test/macros/wired-device';
import { connectDevice } from './connect.ts';
import { deployMacros } from './deploy-macros.ts';
import type { DeployOptions } from './deploy-options.ts';
import { planDevice } from './plan.ts';
import { testMacro } from './test-macro.ts';

let wired: WiredDevice;
let lines: string[];
beforeEach(async () => {
  wired = await WiredDevice.start();
  lines = [];
});
afterEach(() => wired.close());

const deploy = (options: Partial<DeployOptions> = {}) =>
  deployMacros({
    target: wired.target,
    bundles: [testMacro('a'), testMacro('b')],
    stayUpMs: 0,
    say: (line) => lines.push(line.replace('SIM room1  ', '')),
    ...options,
  });

async function plan(...[bundles, options]: [Parameters<typeof planDevice>[1], { complete?: boolean }?]) {
  const connection = await connectDevice(wired.target);
  try {
    return await planDevice(connection, bundles, options);
  } finally {
    connection.close();
  }
}

const actions = (made: Awaited<ReturnType<typeof plan>>) =>
  Object.fromEntries(made.changes.map(({ name, action }) => [name, action]));

const using = (path: string, optional = false) => ({
  ...testMacro('a'),
  uses: [{ kind: 'Command' as const, path, params: [], optional, place: 'macros/a/index.ts:1', unread: [] }],
});

describe('a plan', () => {
  test('tells what is saved, activated, kept and removed, and what is not ours', async () => {
    const { store } = wired.device.macros;
    await deploy({ bundles: ['a', 'b', 'c', 'd'].map((name) => testMacro(name)) });
    store.deactivate('b');
    store.save('theirs', 'console.log(1)');
    const wanted = [testMacro('a', '// 2'), testMacro('b'), testMacro('c'), testMacro('e')];
    const made = await plan(wanted, { complete: true });
    expect(actions(made)).toEqual({ a: 'save', b: 'activate', c: 'keep', d: 'remove', e: 'save' });
    expect(made).toMatchObject({ foreign: ['theirs'], restart: true, refusals: [], repairs: [] });
  });

  test('of some macros leaves the others of ours as they are', async () => {
    await deploy();
    expect(actions(await plan([testMacro('a', '// 2')]))).toEqual({ a: 'save' });
  });

  test('sends nothing that changes anything', async () => {
    const before = wired.device.journal.last;
    await plan([testMacro('a')], { complete: true });
    const asked = wired.commands(before).map(({ path }) => path);
    expect(asked.sort()).toEqual(['Macros Log Get', 'Macros Macro Get']);
  });

  test('is printed with lines, bytes and hashes that change, and with what is left alone', async () => {
    await deploy();
    wired.device.macros.store.save('theirs', 'console.log(1)');
    lines = [];
    const report = await deploy({
      bundles: [testMacro('a', '// one\n// two'), { ...testMacro('c'), secrets: ['apiToken'] }],
      complete: true,
      dryRun: true,
    });
    expect(report).toMatchObject({ outcome: 'planned', saves: 0, restarts: 0 });
    expect(lines).toEqual([
      expect.stringMatching(/^would save a \(\+4 −2 lines, \d+ → \d+ bytes, [0-9a-f]{12} → [0-9a-f]{12}\)$/),
      expect.stringMatching(
        /^would save and activate c \(\d+ bytes, [0-9a-f]{12}\); its text holds secrets: apiToken$/,
      ),
      'would remove b',
      'leaves alone, not ours: theirs',
      'would restart the macros once',
    ]);
  });

  test('sees a macro that still runs although it is gone', async () => {
    await deploy();
    wired.device.macros.store.remove('b');
    expect(await plan([testMacro('a')])).toMatchObject({ restart: true });
  });

  test('names what an earlier run left behind, and does not take it for a macro', async () => {
    await deploy();
    const { store } = wired.device.macros;
    store.save('b--next', testMacro('b', '// 2').source);
    const made = await plan([testMacro('a'), testMacro('b')], { complete: true });
    expect(made.repairs).toEqual(['remove b--next, left behind']);
    expect(actions(made)).toEqual({ a: 'keep', b: 'keep' });
    await deploy();
    expect(store.list().map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('what stands in the way', () => {
  test.each([
    ['WebEngine', 'web-engine-off', 'UserInterface WebView Display'],
    ['HttpClient', 'http-client-off', 'HttpClient Post'],
  ])('%s off, when a macro needs it', async (setting, code, path) => {
    wired.device.setConfiguration([setting, 'Mode'], 'Off');
    await expect(deploy({ bundles: [using(path)] })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(
        new RegExp(
          `^SIM room1: .+ is off, and a needs it. On the device, type: xConfiguration ${setting} Mode: On$`,
        ),
      ),
    });
    expect(wired.running).toEqual([]);
  });

  test('not what a macro can do without, and not what none needs', async () => {
    wired.device.setConfiguration(['HttpClient', 'Mode'], 'Off');
    expect((await plan([using('HttpClient Post', true)])).refusals).toEqual([]);
    expect((await plan([using('Audio Volume Set')])).refusals).toEqual([]);
  });

  test('all of it is told at once', async () => {
    wired.device.setConfiguration(['Macros', 'Mode'], 'Off');
    wired.device.setConfiguration(['HttpClient', 'Mode'], 'Off');
    wired.device.macros.store.save('a', '// theirs');
    const { refusals } = await plan([using('HttpClient Get')]);
    expect(refusals.map(({ code }) => code)).toEqual(['macros-off', 'http-client-off', 'foreign-macro']);
  });

  test('a foreign macro under a name that the deployment itself needs', async () => {
    wired.device.macros.store.save('a--next', '// theirs');
    expect((await plan([testMacro('a')])).refusals).toMatchObject([{ code: 'foreign-macro' }]);
    expect((await plan([testMacro('b')])).refusals).toEqual([]);
  });

  test('macros that do not fit beside the old ones', async () => {
    wired.device.macros.store.save('theirs', `//${' '.repeat(2 * 1024 * 1024 - 100)}`);
    expect((await plan([testMacro('a')])).refusals).toMatchObject([
      {
        code: 'too-much-text',
        message: expect.stringContaining('xCommand Macros Macro Remove Name: "theirs"'),
      },
    ]);
  });

  test('is set with fix, after saying so', async () => {
    wired.device.setConfiguration(['Macros', 'Mode'], 'Off');
    wired.device.setConfiguration(['HttpClient', 'Mode'], 'Off');
    const report = await deploy({ bundles: [using('HttpClient Get')], fix: true });
    expect(lines.slice(0, 2)).toEqual([
      'set xConfiguration Macros Mode: On',
      'set xConfiguration HttpClient Mode: On',
    ]);
    expect(report).toMatchObject({ outcome: 'deployed', fixed: [expect.any(String), expect.any(String)] });
    expect(wired.device.peek(['Configuration', 'HttpClient', 'Mode'])).toBe('On');
  });

  test('is only said with fix in a dry run', async () => {
    wired.device.setConfiguration(['Macros', 'Mode'], 'Off');
    await deploy({ dryRun: true, fix: true });
    expect(lines.at(-1)).toBe('would set xConfiguration Macros Mode: On');
    expect(wired.device.peek(['Configuration', 'Macros', 'Mode'])).toBe('Off');
  });

  test('is not set when something else stands in the way that only a person can mend', async () => {
    wired.device.setConfiguration(['Macros', 'Mode'], 'Off');
    wired.device.macros.store.save('a', '// theirs');
    await expect(deploy({ fix: true })).rejects.toMatchObject({ code: 'foreign-macro' });
    expect(wired.device.peek(['Configuration', 'Macros', 'Mode'])).toBe('Off');
  });
});

test('where all ten places are taken, it still works, and says what is not covered', async () => {
  const { store } = wired.device.macros;
  for (let n = 1; n <= 8; n += 1) {
    store.save(`theirs-${n}`, 'console.log(1)');
    store.activate(`theirs-${n}`);
  }
  await deploy();
  expect(await deploy({ bundles: [testMacro('a', '// 2'), testMacro('b', '// 2')] })).toMatchObject({
    saves: 2,
  });
  expect(lines.some((line) => line.startsWith('all places for active macros are taken'))).toBe(true);
  expect(store.active()).toHaveLength(10);
});
