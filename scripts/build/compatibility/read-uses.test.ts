import { describe, expect, test } from 'vitest';
import { usesOf } from '../testing/uses-of.ts';

const IMPORT = "import xapi from 'xapi';\n";

/** One line each: `Command Audio Volume Set (Level)`, with `?` for what cannot be read. */
async function read(code: string): Promise<string[]> {
  return (await usesOf(IMPORT + code)).map(({ kind, path, params, unread }) =>
    [
      kind,
      path,
      ...(params.length > 0 ? [`(${params.join(', ')})`] : []),
      ...unread.map((what) => `${what}?`),
    ]
      .filter(Boolean)
      .join(' '),
  );
}

describe('found are', () => {
  test.each([
    ['commands', 'xapi.Command.Audio.Volume.Set({ Level: 5 });', 'Command Audio Volume Set (Level)'],
    ['commands without parameters', 'xapi.Command.Standby.Activate();', 'Command Standby Activate'],
    ['commands with a body', "xapi.Command.A.Save({ Id: 'a' }, '<x/>');", 'Command A Save (Id)'],
    ['a status that is read', 'xapi.Status.Audio.Volume.get();', 'Status Audio Volume'],
    ['a status that is watched', 'xapi.Status.Call.on(console.log);', 'Status Call'],
    ['a status that is awaited once', 'xapi.Status.Standby.State.once(console.log);', 'Status Standby State'],
    ['a configuration', "xapi.Config.SystemUnit.Name.set('a');", 'Config SystemUnit Name'],
    ['an event', 'xapi.Event.Message.Send.on(({ Text }) => console.log(Text));', 'Event Message Send'],
    ['a whole tree', 'xapi.Status.on(console.log);', 'Status'],
    [
      'an index',
      'xapi.Status.Video.Input.Connector[2].Connected.get();',
      'Status Video Input Connector[2] Connected',
    ],
    ['any index', "xapi.Status.Call['*'].ghost.on(console.log);", 'Status Call[*] ghost'],
    ['names in brackets', "xapi['Status']['Audio'][`Volume`].get();", 'Status Audio Volume'],
    ['names from constants', "const part = 'Volume'; xapi.Status.Audio[part].get();", 'Status Audio Volume'],
    ['optional chains', 'xapi.Command.Audio?.Volume?.Mute?.();', 'Command Audio Volume Mute'],
    ['several at once', 'xapi.Command.A.B(), xapi.Command.C.D();', 'Command A B', 'Command C D'],
  ])('%s', async (_, code, ...expected) => {
    expect(await read(code)).toEqual(expected);
  });
});

describe('followed are', () => {
  test.each([
    [
      'variables',
      'const { Audio } = xapi.Status; Audio.Volume.get(); Audio.VolumeMute.get();',
      'Status Audio Volume',
      'Status Audio VolumeMute',
    ],
    [
      'nested patterns',
      'const { Status: { Audio: { Volume = null } } } = xapi; Volume.on(console.log);',
      'Status Audio Volume',
    ],
    ['the rest of a pattern', 'const { Audio, ...others } = xapi.Status; others.Call.get();', 'Status Call'],
    [
      'a choice',
      'const node = Math.random() ? xapi.Status.A : xapi.Status.B; node.C.get();',
      'Status A C',
      'Status B C',
    ],
    [
      'functions that take a part',
      'function watch(node) { node.on(console.log); } watch(xapi.Status.A); watch(xapi.Event.B);',
      'Status A',
      'Event B',
    ],
    [
      'arrow functions in a constant',
      'const set = (node) => node.set(1); set(xapi.Config.A); set(xapi.Config.B);',
      'Config A',
      'Config B',
    ],
    [
      'functions that take it all',
      'const mute = (api) => api.Command.Audio.Microphones.Mute(); mute(xapi); mute(xapi);',
      'Command Audio Microphones Mute',
    ],
    ['an assignment', 'let api; api = xapi.Status; api.Call.get();', 'Status Call'],
  ])('%s', async (_, code, ...expected) => {
    expect((await read(code)).sort()).toEqual([...expected].sort());
  });

  test('the module under any name', async () => {
    const code =
      "import * as all from 'xapi'; import { default as mine } from 'xapi'; all.default.Status.A.get(); mine.Status.B.get();";
    expect((await usesOf(code)).map(({ path }) => path)).toEqual(['A', 'B']);
  });

  test('not a local variable of the same name', async () => {
    expect(
      await read('function f(xapi) { return xapi.Status.A.get(); } f({}); console.log(xapi.Status.B.get());'),
    ).toEqual(['Status B']);
  });
});

describe('parameters are read', () => {
  const call = (argument: string, before = '') => read(`${before} xapi.Command.A(${argument});`);

  test.each([
    ['from shorthands and texts', "{ One, 'Option.1': 2 }", 'Command A (One, Option.1)'],
    ['from a constant', 'fixed', 'Command A (Text, Duration)'],
    ['from what is spread in', '{ Three: 3, ...fixed }', 'Command A (Three, Text, Duration)'],
    ['from both sides of a choice', '{ ...(One ? { Yes: 1 } : { No: 1 }) }', 'Command A (Yes, No)'],
    ['from what may be there', '{ ...(One && { Maybe: 1 }) }', 'Command A (Maybe)'],
  ])('%s', async (_, argument, expected) => {
    const [use] = await call(
      argument,
      "let One = Math.random(); const fixed = { Text: 'a', Duration: 3 }; console.log(fixed, fixed);",
    );
    expect(use).toBe(expected);
  });

  test.each([
    ['a result', 'make()'],
    ['what changes', 'changing'],
    ['a computed name', '{ [changing]: 1 }'],
    ['something spread', '{ ...make() }'],
  ])('but not from %s, which is said', async (_, argument) => {
    expect(
      await call(argument, 'let changing = {}; changing = globalThis.x; const make = globalThis.y;'),
    ).toEqual(['Command A params?']);
  });
});

describe('the older forms are read too', () => {
  test.each([
    [
      "xapi.command('UserInterface Message Alert Display', { Text: 'a' });",
      'Command UserInterface Message Alert Display (Text)',
    ],
    ["xapi.command('Dial', { Number: 'a' }).catch(console.error);", 'Command Dial (Number)'],
    ["xapi.status.get('Audio Volume');", 'Status Audio Volume'],
    ["xapi.status.on('Call[*] Status', console.log);", 'Status Call[*] Status'],
    ["xapi.status.get('Video/Input/Connector 1');", 'Status Video Input Connector[1]'],
    [
      "xapi.event.on('UserInterface/Extensions/Widget/Action', console.log);",
      'Event UserInterface Extensions Widget Action',
    ],
    ["xapi.config.set('Audio DefaultVolume', 5);", 'Config Audio DefaultVolume'],
    ["xapi.config.get(['Audio', 'DefaultVolume']);", 'Config Audio DefaultVolume'],
    ["xapi.feedback.on('/Status/Audio/Volume', console.log);", 'Status Audio Volume'],
    ["xapi.feedback.on('/Configuration/Audio', console.log);", 'Config Audio'],
    ["xapi.on('ready', console.log);"],
  ])('%s', async (code, ...expected) => {
    expect(await read(code)).toEqual(expected);
  });
});

describe('what is computed is said to be', () => {
  test.each([
    ['an index', 'for (const i of [1, 2]) xapi.Status.Call[i].Status.get();', 'Status Call[?] Status'],
    ['a name', 'xapi.Command.Audio[globalThis.x].Play();', 'Command Audio[?] Play'],
    ['a path', 'xapi.command(globalThis.x, { A: 1 });', 'Command (A) path?'],
    ['a part that is handed on', 'globalThis.watch(xapi.Status.Audio);', 'Status Audio path?'],
    ['a command that is handed on', 'globalThis.run(xapi.Command.A.B);', 'Command A B path? params?'],
    ['a bound command', 'globalThis.run(xapi.Command.A.B.bind(null, {}));', 'Command A B params?'],
    ['all of it', 'globalThis.x = xapi;', 'Command path?', 'Status path?', 'Config path?', 'Event path?'],
    [
      'a kind',
      'xapi[globalThis.x].A.on(console.log);',
      'Command path?',
      'Status path?',
      'Config path?',
      'Event path?',
    ],
    [
      'a feedback',
      'xapi.feedback.on(globalThis.x);',
      'Command path?',
      'Status path?',
      'Config path?',
      'Event path?',
    ],
  ])('%s', async (_, code, ...expected) => {
    expect(await read(code)).toEqual(expected);
  });
});

describe('a use', () => {
  test('has its place in the TypeScript', async () => {
    const uses = await usesOf(
      `${IMPORT}\n\ninterface A {}\n  xapi\n    .Status.A.get();\nxapi.Status.B.get();`,
    );
    expect(uses.map(({ place }) => place)).toEqual(['macros/mine/index.ts:5', 'macros/mine/index.ts:7']);
  });

  test.each([
    ['in its line', 'xapi.Status.A.get(); // xapi-optional: older devices have no A', true],
    ['above it', '// xapi-optional: older devices have no A\nxapi.Status.A.get();', true],
    [
      'further up in the same comment',
      '// xapi-optional: older devices\n// have no A\nxapi.Status.A.get();',
      true,
    ],
    [
      'above another line',
      '// xapi-optional: older devices have no A\nconsole.log(1);\nxapi.Status.A.get();',
      false,
    ],
    ['without a reason', '// xapi-optional:\nxapi.Status.A.get();', false],
  ])('with a mark %s is optional, or not', async (_, code, optional) => {
    expect(await usesOf(IMPORT + code)).toMatchObject([{ optional }]);
  });
});
