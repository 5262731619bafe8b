import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleMacros, type MacroBundle } from '#scripts/build/bundle-macros';
import { macroHeader } from '#scripts/build/macro-header';
import { WiredDevice } from '#test/macros/wired-device';
import { deployMacros } from './deploy-macros.ts';
import type { DeployOptions } from './deploy-options.ts';

let bundles: MacroBundle[];
beforeAll(async () => {
  bundles = await bundleMacros(process.cwd());
});

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
    bundles,
    stayUpMs: 0,
    say: (line) => lines.push(line),
    ...options,
  });

/** What was changed on the device, without the lock. */
const changes = (after = 0) =>
  wired
    .commands(after)
    .filter(
      ({ path, params }) => !/Get$|Status$/.test(path) && !JSON.stringify(params ?? {}).includes('kit--lock'),
    )
    .map(({ path, params }) =>
      `${path.replace('Macros ', '')} ${(params as { Name?: string } | undefined)?.Name ?? ''}`.trim(),
    );

/** A macro of ours with this code. */
function macro(name: string, code: string): MacroBundle {
  const hash = 'a'.repeat(64);
  const source = `${macroHeader(name, '0.1.0', hash)}\n${code}\n`;
  return { name, source, hash, bytes: source.length, map: '', uses: [], secrets: [] };
}
const ready = (name: string) => `console.log('ready ${name} ${'a'.repeat(64)}');`;

describe('a fresh device', () => {
  test('gets all macros, saved and activated, with one restart, and they are ready', async () => {
    const report = await deploy();
    const names = ['assistant-events', 'room-controls', 'web-view-keeper'];
    expect(changes()).toEqual([
      ...names.map((name) => `Macro Save ${name}--next`),
      'Macro Save kit--switch',
      'Macro Activate kit--switch',
      ...names.map((name) => `Macro Rename ${name}--next`),
      ...names.map((name) => `Macro Activate ${name}`),
      'Macro Remove kit--switch',
      'Runtime Restart',
    ]);
    expect(wired.running).toEqual(['assistant-events', 'room-controls', 'web-view-keeper']);
    expect(report).toMatchObject({ device: 'room1', saves: 3, restarts: 1, dryRun: false });
    const saved = wired
      .commands()
      .find(({ params }) => JSON.stringify(params ?? {}).includes('room-controls'));
    expect(saved?.params).toMatchObject({ Overwrite: 'True', Transpile: 'False' });
  });

  test('is named on every line', async () => {
    await deploy();
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/^SIM room1 {2}/);
    expect(lines.at(-1)).toBe('SIM room1  ready: assistant-events, room-controls, web-view-keeper');
  });

  test('is only looked at with --dry-run', async () => {
    const report = await deploy({ dryRun: true });
    expect(changes()).toEqual([]);
    expect(report).toMatchObject({ saves: 0, restarts: 0, dryRun: true });
    expect(lines[0]).toMatch(
      /^SIM room1 {2}would save and activate assistant-events \(\d+ bytes, [0-9a-f]{12}\)$/,
    );
    expect(lines.at(-1)).toBe('SIM room1  would restart the macros once');
  });
});

describe('a device that has the macros', () => {
  let before: number;
  beforeEach(async () => {
    await deploy();
    lines = [];
    before = wired.device.journal.last;
  });

  test('is left alone: nothing saved, nothing restarted', async () => {
    expect(await deploy()).toMatchObject({ saves: 0, restarts: 0 });
    expect(changes(before)).toEqual([]);
    expect(lines).toEqual(['SIM room1  unchanged: nothing saved, nothing restarted']);
  });

  test('gets only what changed', async () => {
    const changed = macro('room-controls', ready('room-controls'));
    await deploy({ bundles: bundles.map((bundle) => (bundle.name === 'room-controls' ? changed : bundle)) });
    expect(changes(before)).toEqual(['Macro Save room-controls', 'Runtime Restart']);
  });

  test('gets a macro that somebody deactivated activated again', async () => {
    wired.device.macros.store.deactivate('web-view-keeper');
    await deploy();
    expect(changes(before)).toEqual(['Macro Activate web-view-keeper', 'Runtime Restart']);
  });

  test('is restarted when a deployment was cut off after saving', async () => {
    const changed = macro('room-controls', ready('room-controls'));
    wired.device.macros.store.save(changed.name, changed.source);
    const report = await deploy({ bundles: [changed] });
    expect(report).toMatchObject({ saves: 0, restarts: 1 });
  });
});

describe('macros of others', () => {
  const foreign = 'import xapi from "xapi"; // mine';

  test('are never touched', async () => {
    const { store } = wired.device.macros;
    store.save('theirs', foreign);
    store.save('asleep', foreign);
    store.activate('theirs');
    await deploy();
    expect(store.find('theirs')).toMatchObject({ content: foreign, active: true });
    expect(store.find('asleep')).toMatchObject({ content: foreign, active: false });
    expect(wired.commands().filter(({ params }) => /theirs|asleep/.test(JSON.stringify(params)))).toEqual([]);
  });

  test('with a name of ours stop the deployment before anything is saved', async () => {
    wired.device.macros.store.save('room-controls', foreign);
    await expect(deploy()).rejects.toMatchObject({ code: 'foreign-macro' });
    expect(changes()).toEqual([]);
  });

  test('that leave no room stop it too, and are named', async () => {
    const { store } = wired.device.macros;
    for (let n = 1; n <= 8; n += 1) {
      store.save(`theirs-${n}`, foreign);
      store.activate(`theirs-${n}`);
    }
    await expect(deploy()).rejects.toMatchObject({
      code: 'too-many-macros',
      message: expect.stringContaining('theirs-8'),
    });
    expect(changes()).toEqual([]);
  });
});

describe('what goes wrong is said plainly', () => {
  test('macros are off', async () => {
    wired.device.setConfiguration(['Macros', 'Mode'], 'Off');
    await expect(deploy()).rejects.toMatchObject({
      code: 'macros-off',
      message: expect.stringContaining('xConfiguration Macros Mode: On'),
    });
  });

  test('a macro that the engine cannot read: its log is shown', async () => {
    const broken = macro('broken', 'const = 1;');
    await expect(deploy({ bundles: [broken], readyTimeoutMs: 60_000 })).rejects.toMatchObject({
      code: 'macro-not-ready',
      message: expect.stringMatching(
        /^SIM room1: broken could not start\.\n.* {2}ERROR broken: .*SyntaxError.*\nSIM room1: The set before it runs again\.$/s,
      ),
    });
  });

  test('a macro whose start-up fails is not waited for', async () => {
    const failing = macro('failing', "console.error('failing could not start: No permission');");
    await expect(deploy({ bundles: [failing], readyTimeoutMs: 60_000 })).rejects.toMatchObject({
      message: expect.stringContaining('failing could not start: No permission'),
    });
  });

  test('a macro that says nothing is named, the ready ones are not', async () => {
    const silent = macro('silent', '');
    const fine = macro('fine', ready('fine'));
    const failure = deploy({ bundles: [silent, fine], readyTimeoutMs: 200 });
    await expect(failure).rejects.toThrow('silent has not said within 0.2 s');
    await expect(failure).rejects.not.toThrow('fine has');
  });

  test('an answer that is not as published stops it before anything is changed', async () => {
    wired.device.setAnswer(['Macros', 'Macro', 'Get'], { answer: { Macro: 'none' } });
    await expect(deploy()).rejects.toMatchObject({ code: 'command-refused' });
    expect(changes()).toEqual([]);
  });

  test('a device without any macro may leave the list out, or send one without a list', async () => {
    wired.device.setAnswer(['Macros', 'Macro', 'Get'], { answer: {} });
    expect(await deploy({ dryRun: true })).toMatchObject({ dryRun: true });
    const [bundle] = bundles;
    const only = { id: 1, Name: bundle?.name ?? '', Active: 'True', Content: bundle?.source ?? '' };
    wired.device.setAnswer(['Macros', 'Macro', 'Get'], { answer: { Macro: only } });
    await deploy({ dryRun: true });
    expect(lines.at(-4)).toContain('would keep assistant-events');
  });

  test('a save that the device refuses', async () => {
    wired.device.setAnswer(['Macros', 'Macro', 'Save'], {
      error: { message: 'Max total size of macros reached.' },
    });
    await expect(deploy()).rejects.toMatchObject({
      code: 'command-refused',
      message: 'SIM room1: Macros Macro Save: Max total size of macros reached.',
    });
    expect(wired.device.macros.store.list()).toEqual([]);
  });

  test('a connection that is cut in the middle, after which the next run brings all', async () => {
    let saves = 0;
    const off = wired.device.journal.onEntry(({ path, kind }) => {
      if (kind !== 'command' || path !== 'Macros Macro Save') return;
      saves += 1;
      if (saves === 2) wired.listener.faults.drop();
    });
    await expect(deploy()).rejects.toMatchObject({ code: 'closed', exitCode: 1 });
    off();
    expect(await deploy()).toMatchObject({ restarts: 1 });
    expect(await deploy()).toMatchObject({ saves: 0, restarts: 0 });
  });
});
