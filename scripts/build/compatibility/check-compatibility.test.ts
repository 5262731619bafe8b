import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '#xapi';
import { bundleMacros, type MacroBundle } from '../bundle-macros.ts';
import { usesOf } from '../testing/uses-of.ts';
import { checkCompatibility } from './check-compatibility.ts';

const MINI = { product: 'Room Bar', release: '11.14' };

/** The messages about a macro of one file. */
async function check(code: string, kind = MINI) {
  const uses = await usesOf(`import xapi from 'xapi';\n${code}`);
  return checkCompatibility({ name: 'mine', uses }, kind);
}
const messages = async (code: string, kind = MINI) => (await check(code, kind)).map(({ message }) => message);

describe('a macro that a device can run has no faults', () => {
  test.each([
    'xapi.Command.Audio.Volume.Set({ Level: 5 });',
    "xapi.command('audio volume set', { level: 5 });",
    "xapi.Command.Userinterface.Message.Prompt.Display({ Text: 'a', 'Option.1': 'b', 'Option.2': 'c' });",
    "xapi.Command.UserInterface.Message.Prompt.Display({ Text: 'a', Option: ['b', 'c'] });",
    "xapi.Command.HttpClient.Get({ Url: 'https://a.example', Header: ['a: b'] });",
    "xapi.Status.Call['*'].ghost.on(console.log);",
    'xapi.Status.Call.on(console.log);',
    'xapi.Status.Call.Status.on(console.log);',
    'xapi.Status.Call[3].Status.get();',
    'for (const i of [1, 2]) xapi.Status.Video.Input.Connector[i].Connected.get();',
    'xapi.Config.SystemUnit.Name.get();',
    'xapi.Event.UserInterface.Extensions.Widget.Action.WidgetId.on(console.log);',
    'xapi.Status.on(console.log);',
    'globalThis.watch(xapi.Status.Audio.Volume);',
  ])('%s', async (code) => {
    expect(await messages(code)).toEqual([]);
  });
});

describe('what a device lacks is said with both sides and the place', () => {
  test.each([
    [
      'a command',
      'xapi.Command.Audio.Volume.Whisper();',
      'Command Audio Volume Whisper, which Room Bar on 11.14 does not have',
    ],
    [
      'a part of a command',
      'xapi.Command.Audio.Volume();',
      'Command Audio Volume, which Room Bar on 11.14 does not have',
    ],
    [
      'a status',
      'xapi.Status.Audio.Loudness.get();',
      'Status Audio Loudness, which Room Bar on 11.14 does not have',
    ],
    [
      'an index',
      'xapi.Config.Video.Input.Connector[77].Name.get();',
      'Config Video Input Connector[77] Name, which Room Bar on 11.14 does not have',
    ],
    [
      'a field of an event',
      'xapi.Event.Message.Send.Voice.on(console.log);',
      'Event Message Send Voice, which Room Bar on 11.14 does not have',
    ],
    [
      'a parameter',
      'xapi.Command.Audio.Volume.Set({ Level: 5, Echo: 1 });',
      'Command Audio Volume Set Echo, which Room Bar on 11.14 does not have',
    ],
    [
      'a sixth option',
      "xapi.Command.UserInterface.Message.Prompt.Display({ Text: 'a', 'Option.6': 'b' });",
      'Command UserInterface Message Prompt Display Option.6, which Room Bar on 11.14 does not have',
    ],
    [
      'what a command requires',
      'xapi.Command.Audio.Volume.Set();',
      'Command Audio Volume Set without Level, which Room Bar on 11.14 requires',
    ],
  ])('%s', async (_, code, expected) => {
    expect(await check(code)).toMatchObject([
      { message: `mine uses ${expected} (macros/mine/index.ts:2)`, blocks: true },
    ]);
  });

  test('and what came with a later release, or belongs to other products', async () => {
    const code =
      "xapi.Config.Webex.Proximity.Mode.set('On'); xapi.Command.Audio.Volume.Set({ Level: 5, Device: 'Internal' });";
    const codesFor = async (product: string, release: string) =>
      (await check(code, { product, release })).map(({ code: fault }) => fault);
    expect(await codesFor('Codec Pro', '11.14')).toEqual(['no-such-path', 'no-such-parameter']);
    expect(await codesFor('Codec Pro', '26.4')).toEqual(['no-such-parameter']);
    expect(await codesFor('Desk Pro', '26.4')).toEqual([]);
  });
});

describe('what nobody can tell does not stand in the way', () => {
  test.each([
    ['a computed name', 'xapi.Command.Audio[globalThis.x].Play();', 'Command Audio[?] Play …'],
    ['a part that is handed on', 'globalThis.watch(xapi.Status.Audio);', 'Status Audio …'],
    [
      'computed parameters',
      'xapi.Command.Audio.Volume.Set(globalThis.x);',
      'Command Audio Volume Set with computed parameters',
    ],
  ])('%s', async (_, code, expected) => {
    const faults = await check(code);
    expect(faults.map(({ code: fault, blocks }) => [fault, blocks])).toEqual([['cannot-be-checked', false]]);
    expect(faults[0]?.message).toBe(
      `mine uses ${expected}, which cannot be checked for Room Bar on 11.14 (macros/mine/index.ts:2)`,
    );
  });

  test('a computed part of what is not there at all is a fault', async () => {
    expect(await check('xapi.Command.Audeo[globalThis.x].Play();')).toMatchObject([{ code: 'no-such-path' }]);
  });

  test('a use that is marked as optional', async () => {
    const code = '// xapi-optional: only for those who have it\nxapi.Status.Audio.Loudness.get();';
    expect(await check(code)).toMatchObject([
      {
        blocks: false,
        message:
          'mine uses Status Audio Loudness, which Room Bar on 11.14 does not have, but can do without (macros/mine/index.ts:3)',
      },
    ]);
  });

  test('what came between two releases of the catalogue, or after its newest', async () => {
    const code = "xapi.Config.Webex.Proximity.Mode.set('On'); xapi.Config.Nothing.set('On');";
    const codesFor = async (release: string) =>
      (await check(code, { product: 'Room Bar', release })).map(({ code: fault }) => fault);
    expect(await codesFor('11.27')).toEqual(['no-such-path', 'no-such-path']);
    expect(await codesFor('25.9.1')).toEqual(['cannot-be-checked', 'no-such-path']);
    expect(await codesFor('26.4.1.8')).toEqual(['no-such-path']);
    expect(await codesFor('27.1')).toEqual(['cannot-be-checked']);
  });

  test.each([
    ['Room Kit Maxi', '11.14'],
    ['Room Bar', 'newest'],
    ['Room Bar', '8.3.1'],
  ])('a %s on %s, which the catalogue does not know', async (product, release) => {
    const faults = await check('xapi.Status.Audio.Loudness.get();', { product, release });
    expect(faults).toMatchObject([{ code: 'unknown-device', blocks: false }]);
    expect(faults[0]?.message).toContain(`mine cannot be checked for ${product} on ${release}: `);
  });
});

describe('our own macros', () => {
  let bundles: MacroBundle[];
  beforeAll(async () => {
    bundles = await bundleMacros(process.cwd());
  });

  // A Navigator is no device that runs macros.
  const { productNames, releases } = loadCatalogue();
  const products = Object.values(productNames).filter((product) => product !== 'Navigator');
  const supported = releases.filter((release) => Number.parseInt(release, 10) >= 11);

  test.each(supported)('run on every product with %s, and leave nothing unchecked', (release) => {
    const faults = products
      .flatMap((product) => bundles.flatMap((bundle) => checkCompatibility(bundle, { product, release })))
      .filter(({ code, blocks }) => blocks || code === 'cannot-be-checked');
    expect(faults.map(({ message }) => message)).toEqual([]);
  });
});
