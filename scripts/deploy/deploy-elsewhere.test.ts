import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { listenCloud } from '#simulator/wire/cloud/listen-cloud';
import { listenSsh } from '#simulator/wire/ssh/listen-ssh';
import { WiredDevice } from '#test/macros/wired-device';
import { deployMacros } from './deploy-macros.ts';
import type { DeployOptions } from './deploy-options.ts';
import { createTarget, type DeployTarget } from './target.ts';
import { testMacro } from './test-macro.ts';

let wired: WiredDevice;
beforeEach(async () => {
  wired = await WiredDevice.start();
});
afterEach(() => wired.close());

const ID = 'Y2lzY29zcGFyazovL3VybjpERVZJQ0U=';
const TOKEN = 'a-token';
const LOGIN = { username: 'admin', password: 'right' };
const wait = (ms: number) => wired.device.clock.advance(ms);

async function byCloud(): Promise<DeployTarget> {
  const { address, close } = await listenCloud({ devices: [{ id: ID, device: wired.device }], token: TOKEN });
  onTestFinished(close);
  return createTarget({ name: 'room1', address: `cloud:${address}/${ID}`, token: TOKEN });
}

async function bySsh(): Promise<DeployTarget> {
  const { address, close } = await listenSsh(wired.device, LOGIN);
  onTestFinished(close);
  return createTarget({ name: 'room1', address, ...LOGIN });
}

const deploy = (target: DeployTarget, options: Pick<DeployOptions, 'bundles'> & Partial<DeployOptions>) =>
  deployMacros({ target, stayUpMs: 5000, wait, ...options });

const bundles = [testMacro('a', '// größer'), testMacro('b')];
const sources = () => wired.device.macros.store.active().map(({ content }) => content.trimEnd());
const sourcesOf = (macros: typeof bundles) => macros.map(({ source }) => source.trimEnd());

describe('over the shell', () => {
  test('macros are deployed and proved as over the WebSocket', async () => {
    const target = await bySsh();
    expect(await deploy(target, { bundles })).toMatchObject({ outcome: 'deployed', notProved: [] });
    expect(sources()).toEqual(sourcesOf(bundles));
    expect(await deploy(target, { bundles })).toMatchObject({ outcome: 'unchanged', saves: 0 });
  });

  test('a set that is no good goes, and the one before it comes back', async () => {
    const target = await bySsh();
    await deploy(target, { bundles });
    const broken = [testMacro('a', "throw new Error('no');")];
    await expect(deploy(target, { bundles: broken })).rejects.toMatchObject({ report: { restored: true } });
    expect([...sources()].sort()).toEqual([...sourcesOf(bundles)].sort());
  });
});

describe('by way of the cloud', () => {
  test('macros are deployed, and it is said what nobody saw', async () => {
    const target = await byCloud();
    const lines: string[] = [];
    const report = await deploy(target, { bundles, say: (line) => lines.push(line) });
    expect(report).toMatchObject({
      outcome: 'deployed',
      saves: 2,
      notProved: ['that each macro has started with the code that was sent', 'that none logs errors'],
    });
    expect(lines.at(-1)).toBe('room1  not proved over this connection: that none logs errors');
    expect(sources()).toEqual(sourcesOf(bundles));
    expect(await deploy(target, { bundles })).toMatchObject({ outcome: 'unchanged' });
  });

  test('crashes are seen all the same', async () => {
    wired.device.setConfiguration(['Macros', 'UnresponsiveTimeout'], 1);
    const target = await byCloud();
    await deploy(target, { bundles });
    const hanging = [testMacro('a', 'setTimeout(() => { for (;;) {} }, 100);')];
    await expect(deploy(target, { bundles: hanging })).rejects.toMatchObject({
      message: expect.stringContaining('the macros crashed'),
      report: { restored: true },
    });
    expect([...sources()].sort()).toEqual([...sourcesOf(bundles)].sort());
  });
});
