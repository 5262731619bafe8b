import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleMacros, type MacroBundle } from '#scripts/build/bundle-macros';
import { connectDevice, type DeviceConnection } from '../connect.ts';
import { CompatibilityCheck } from './compatibility-check.ts';
import { closeFleet, type FleetMember, startFleet } from './test-fleet.ts';

let bundles: readonly MacroBundle[];
beforeAll(async () => {
  bundles = await bundleMacros(process.cwd());
});

let fleet: FleetMember[];
let connection: DeviceConnection;
let device: FleetMember['device'];
beforeEach(async () => {
  fleet = await startFleet(1);
  const [member] = fleet;
  if (!member) throw new Error('no device');
  device = member.device;
  connection = await connectDevice(member.target);
});
afterEach(async () => {
  connection.close();
  await closeFleet(fleet);
});

/** A macro that uses a command of the device's, or one that no device has. */
function using(path: string): MacroBundle {
  const [bundle] = bundles;
  if (!bundle) throw new Error('no macro');
  const use = {
    kind: 'Command',
    path,
    params: [],
    optional: false,
    place: 'macros/a/index.ts:1',
    unread: [],
  } as const;
  return { ...bundle, name: 'a', uses: [use] };
}
const asked = () =>
  device.journal
    .after(0)
    .filter(({ origin }) => origin.startsWith('client:'))
    .map(({ path }) => path);

describe('by the catalogue', () => {
  test('our own macros fit, and only product and release are asked for', async () => {
    expect(await new CompatibilityCheck(false).check(connection, bundles)).toEqual([]);
    expect(asked()).toEqual(['Status SystemUnit ProductPlatform', 'Status SystemUnit Software Version']);
  });

  test('what the device does not have stands in the way, with both sides and the place', async () => {
    const check = new CompatibilityCheck(false).check(connection, [using('Coffee Make')]);
    await expect(check).rejects.toMatchObject({
      code: 'incompatible',
      exitCode: 2,
      message: expect.stringMatching(
        /^SIM room1: a uses Command Coffee Make, which Board Pro 55 on .+ does not have .*macros\/a\/index\.ts:1/,
      ),
    });
  });

  test('a device that nobody knows is no obstacle, and is said', async () => {
    device.setStatus(['SystemUnit', 'ProductPlatform'], 'Toaster');
    const notes = await new CompatibilityCheck(false).check(connection, [using('Coffee Make')]);
    expect(notes).toEqual([expect.stringContaining('Toaster')]);
  });
});

describe('strictly', () => {
  test('our own macros fit the device’s own schema', async () => {
    expect(await new CompatibilityCheck(true).check(connection, bundles)).toEqual([]);
  });

  test('what the schema lacks stands in the way even where the catalogue does not know the device', async () => {
    device.setStatus(['SystemUnit', 'ProductPlatform'], 'Toaster');
    const check = new CompatibilityCheck(true).check(connection, [using('Coffee Make')]);
    await expect(check).rejects.toMatchObject({ code: 'incompatible' });
  });

  test('a connection that has no schema says so', async () => {
    const get = (path: string) => connection.get(path);
    const without: DeviceConnection = { ...connection, get, lacks: new Set(['schema'] as const) };
    await expect(new CompatibilityCheck(true).check(without, bundles)).rejects.toMatchObject({
      code: 'not-supported',
      message: expect.stringContaining('--strict'),
    });
  });
});
