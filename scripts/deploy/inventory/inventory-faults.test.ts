import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deviceText, faultsOf, inventoryFolder } from './inventory-for-test.ts';

let folder: ReturnType<typeof inventoryFolder>;
beforeEach(() => {
  folder = inventoryFolder();
});
afterEach(() => folder.remove());

describe('faults', () => {
  const faults = (text: string) => faultsOf(() => folder.read(text)).lines;

  test('are shown all together, each with its line, what was expected and what was found', () => {
    expect(
      faultsOf(() =>
        folder.read(`defaults:
  password: \${NOT_SET}
groups:
  boards: [boardroom, attic, boardroom]
devices:
  boardroom:
    address: 10.0.0.5
    username: admin
    password: hunter2
  lab:
    address: wss://lab
    user: admin
    insecure: perhaps
  lobby:
    address: wss://LAB/
    username: admin
    username: again
    macros: [a, a]
    ca: certs/none.pem
    pin: true
`),
      ),
    ).toEqual({
      code: 'bad-inventory',
      lines: [
        'devices.yaml:17: Map keys must be unique',
        'devices.yaml:2: defaults.password: NOT_SET is not set. Set it in the environment or in .env',
        'devices.yaml:4: groups.boards.1: expected one of boardroom, lab, lobby, found attic',
        'devices.yaml:4: groups.boards.2: boardroom is named twice',
        'devices.yaml:7: devices.boardroom.address: expected an address such as wss://10.0.0.5, ssh://10.0.0.5 or cloud:DEVICE-ID, found "10.0.0.5"',
        `devices.yaml:9: devices.boardroom.password: expected a variable such as \${BOARDROOM_PASSWORD}, found something else`,
        'devices.yaml:10: devices.lab.username: expected one here or in defaults, found nothing',
        'devices.yaml:12: devices.lab.user: no such setting. Known: address, groups, username, password, token, ca, pin, insecure, macros, settings',
        'devices.yaml:13: devices.lab.insecure: expected boolean, found "perhaps"',
        'devices.yaml:14: devices.lobby: expected one of ca, pin and insecure, found ca and pin',
        'devices.yaml:15: devices.lobby.address: expected another than that of lab, found the same',
        'devices.yaml:18: devices.lobby.macros.1: a is named twice',
        'devices.yaml:19: devices.lobby.ca: expected a PEM file, found none at certs/none.pem',
      ],
    });
  });

  test.each([
    ['nothing', '', 'devices.yaml:1: the file: expected Object, found null'],
    ['no devices', 'rooms: {}', 'devices.yaml:1: devices: expected "devices", found nothing'],
    [
      'another key',
      'devices: {}\nrooms: {}',
      'devices.yaml:2: rooms: no such setting. Known: defaults, groups, devices',
    ],
    [
      'a key of the defaults',
      'devices: {}\ndefaults: {address: a}',
      'devices.yaml:2: defaults.address: no such setting. Known: username',
    ],
    ['a list of devices', 'devices: [a]', 'devices.yaml:1: devices'],
    ['a name twice', 'devices:\n  a: {}\n  a: {}', 'devices.yaml:3: Map keys must be unique'],
    [
      'a name with a space',
      `devices:\n  board room: {${deviceText()}}`,
      'devices.yaml:2: devices.board room: expected a name that begins with a letter or digit',
    ],
    [
      'a name that is a pattern',
      `devices:\n  "board*": {${deviceText()}}`,
      'devices.yaml:2: devices.board*: expected a name that begins with a letter or digit',
    ],
    ['a tab', 'devices:\n\ta: 1', 'devices.yaml:2: '],
    ['an endless text', 'devices: "', 'devices.yaml:1: '],
    [
      'aliases without end',
      `a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]`,
      'devices.yaml:1: Excessive alias count',
    ],
    [
      'a cloud device without a token',
      'devices: {a: {address: "cloud:Y2lz"}}',
      'devices.a.token: expected one here or in defaults, found nothing',
    ],
    [
      'a cloud device with a pin',
      `devices: {a: {address: "cloud:Y2lz", token: "\${WEBEX_TOKEN}", pin: true}}`,
      'devices.a.pin: of no use with cloud:, expected nothing',
    ],
    [
      'a pin without TLS',
      `devices: {a: {${deviceText(', pin: true', 'ws://127.0.0.1')}}}`,
      'devices.a.pin: of no use with ws:, expected nothing',
    ],
    [
      'a CA for SSH',
      `devices: {a: {${deviceText(', ca: certs/company.pem', 'ssh://a')}}}`,
      'devices.a.ca: of no use with ssh:, expected nothing',
    ],
    [
      'a token for a device at hand',
      `devices: {a: {${deviceText(`, token: "\${WEBEX_TOKEN}"`)}}}`,
      'devices.a.token: of no use with wss:, expected nothing',
    ],
    [
      'two ways at once in the defaults',
      'defaults: {pin: true, insecure: true}\ndevices: {}',
      'devices.yaml:1: defaults: expected one of ca, pin and insecure, found pin and insecure',
    ],
  ])('%s', (_, text, fault) => {
    expect(faults(text).join('\n')).toContain(fault);
  });

  test.each([
    '10.0.0.5',
    'https://a',
    'wss://',
    'wss:// a',
    'wss://a/path',
    'cloud:',
    'cloud:a b',
    'ssh://a?b',
  ])('%s is no address', (address) => {
    expect(faults(`devices: {a: {${deviceText('', `"${address}"`)}}}`)[0]).toContain(
      'devices.a.address: expected an address',
    );
  });

  test.each(['..', '.hidden', '--all', 'a/b', 'a\\b', 'a:b', 'a,b', 'a b', 'room?', ''])(
    '%j is no name',
    (name) => {
      expect(faults(`devices: {${JSON.stringify(name)}: {${deviceText()}}}`)[0]).toContain('expected a name');
    },
  );

  test.each(['room-1', 'Küche', '2.OG', '_'])('%s is one', (name) => {
    expect(faults(`devices: {${JSON.stringify(name)}: {${deviceText()}}}`)).toEqual([]);
  });

  test.each(['wss://a', 'wss://10.0.0.5:8443/', 'ws://[::1]:80', 'ssh://room.example.com:2222'])(
    '%s is one',
    (address) => {
      expect(faults(`devices: {a: {${deviceText('', `"${address}"`)}}}`)).toEqual([]);
    },
  );

  test('name macros that the project does not have, where there is a project', () => {
    const text = `devices:
  a:
    ${deviceText().replaceAll(', ', '\n    ')}
    macros:
      - lights
      - blinds
    settings:
      blinds: {speed: 1}
`;
    expect(faults(text)).toEqual([]);
    mkdirSync(join(folder.root, 'macros/lights'), { recursive: true });
    mkdirSync(join(folder.root, 'macros/lib'));
    writeFileSync(join(folder.root, 'macros/lights/index.ts'), '');
    expect(faults(text)).toEqual([
      'devices.yaml:8: devices.a.macros.1: expected one of lights, found blinds',
      'devices.yaml:10: devices.a.settings.blinds: expected one of lights, found blinds',
    ]);
  });

  test('never show a secret, wherever somebody wrote it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{12}$/), (secret) => {
        const text = `devices:
  a: {address: "wss://u:${secret}@a", username: u, password: ${secret}}
  b: {address: "cloud:Y2lz", token: ${secret}}
  c: {address: "wss://c", username: u, password: [${secret}], settings: ${secret}}
`;
        const shown = faults(text);
        expect(shown.length).toBeGreaterThanOrEqual(5);
        expect(shown.join()).not.toContain(secret);
      }),
    );
  });

  test('whatever the text is, it is an inventory or a list of faults', () => {
    const word = fc.constantFrom(
      'devices',
      'groups',
      'defaults',
      'a',
      'address',
      'wss://a',
      'macros',
      'settings',
      'pin',
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        word,
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(word, tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      tree.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, (yaml) => {
        for (const line of faults(yaml)) expect(line).toMatch(/^devices\.yaml:\d+: ./);
      }),
    );
  });
});
