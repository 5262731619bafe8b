import { describe, expect, test } from 'vitest';
import { createTarget, type TargetParts } from '../target.ts';
import { checkMacroNames, macrosOf, SharedBuilds } from './shared-builds.ts';

const target = (parts: Partial<TargetParts> = {}) =>
  createTarget({ name: 'room1', address: 'wss://10.0.0.5', ...parts });
const settings = { 'web-view-keeper': { closeAfterSeconds: 600 } };

describe('builds', () => {
  const builds = new SharedBuilds(process.cwd(), []);

  test('are shared by devices with the same macros and settings', async () => {
    const [one, other] = await Promise.all([builds.for(target()), builds.for(target({ name: 'room2' }))]);
    expect(one).toBe(other);
    expect(one).toHaveLength(3);
  });

  test('differ with the settings, and only in the macro that they are for', async () => {
    const plain = await builds.for(target());
    const own = await builds.for(target({ settings }));
    const changed = own.filter(({ hash }) => !plain.some((bundle) => bundle.hash === hash));
    expect(changed.map(({ name }) => name)).toEqual(['web-view-keeper']);
  });

  test('hold only the macros that a device gets', async () => {
    const own = await builds.for(target({ macros: ['web-view-keeper'] }));
    expect(own.map(({ name }) => name)).toEqual(['web-view-keeper']);
  });

  test('with bad settings are one device’s matter', async () => {
    const bad = target({ settings: { 'web-view-keeper': { closeAfterSeconds: 'soon' } } });
    await expect(builds.for(bad)).rejects.toMatchObject({ code: 'bad-settings' });
    await expect(builds.tryFor(bad)).resolves.toBeUndefined();
    await expect(builds.tryFor(target({ macros: ['party'] }))).rejects.toMatchObject({
      code: 'unknown-macro',
    });
  });
});

test.each([
  [undefined, [], undefined],
  [['a', 'b'], [], ['a', 'b']],
  [undefined, ['b'], ['b']],
  [['a', 'b'], ['b', 'c'], ['b']],
  [['a'], ['b'], []],
])('a device with %j gets of %j: %j', (macros, only, wanted) => {
  expect(macrosOf(target({ macros }), only)).toEqual(wanted);
});

test('unknown names are told with the known ones', async () => {
  await expect(checkMacroNames(process.cwd(), ['room-controls', 'party'])).rejects.toMatchObject({
    code: 'unknown-macro',
    message: expect.stringContaining('room-controls'),
  });
  await expect(checkMacroNames(process.cwd(), ['room-controls'])).resolves.toBeUndefined();
});
