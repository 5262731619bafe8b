import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBundler } from '#scripts/build/bundle-macros';
import { deviceText, ENVIRONMENT, faultsOf, inventoryFolder } from './inventory-for-test.ts';

let folder: ReturnType<typeof inventoryFolder>;
beforeEach(() => {
  folder = inventoryFolder();
});
afterEach(() => folder.remove());

const one = (text: string) => folder.read(`devices:\n  room1: {${text}}\n`).targets(['room1'])[0];

describe('the example', () => {
  const example = () => folder.read(readFileSync('devices.example.yaml', 'utf8'));

  test('is a good inventory that shows every way in', () => {
    const targets = example().targets(example().names);
    expect(
      targets.map(({ name, transport, username, password }) => [name, transport, username, password]),
    ).toEqual([
      ['boardroom', 'websocket', 'admin', 'one'],
      ['auditorium', 'websocket', 'admin', 'one'],
      ['lobby', 'websocket', 'admin', 'one'],
      ['lab', 'websocket', 'integrator', 'two'],
      ['annex', 'ssh', 'admin', 'one'],
      ['branch-office', 'cloud', '', ''],
    ]);
    expect(targets.at(-1)).toMatchObject({ token: 'three', label: 'branch-office' });
  });

  test('shows groups of both kinds', () => {
    expect(Object.fromEntries(example().groups)).toEqual({
      boards: ['boardroom', 'lab'],
      'ground-floor': ['lobby', 'lab'],
      large: ['auditorium'],
    });
    expect(example().targets(['lab'])[0]?.groups).toEqual(['boards', 'ground-floor']);
  });

  test('names macros and settings that there are', async () => {
    symlinkSync(resolve('macros'), join(folder.root, 'macros'));
    const checkSettings = createBundler(process.cwd());
    for (const { settings } of example().targets(example().names)) {
      expect(Object.keys(settings)).not.toEqual([]);
      expect(await checkSettings({ only: [], settings })).toEqual([]);
    }
  });

  test('points editors to the schema', () => {
    const [first] = readFileSync('devices.example.yaml', 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=./devices.schema.json');
  });
});

test('the inventory of the manual is a good one, too', () => {
  const yaml = /```yaml\n(.*?)```/s.exec(readFileSync('docs/deploy.md', 'utf8'))?.[1] ?? '';
  expect(folder.read(yaml).targets(['lobby'])[0]?.settings).toEqual({
    'web-view-keeper': { closeAfterSeconds: 600 },
  });
});

describe('a device', () => {
  test('is verified, gets all macros and has no settings, unless something else is said', () => {
    expect(one(deviceText())).toEqual({
      name: 'room1',
      label: 'room1',
      address: 'wss://10.0.0.5',
      transport: 'websocket',
      username: 'admin',
      password: 'one',
      insecure: false,
      groups: [],
      macros: undefined,
      settings: {},
    });
  });

  test.each([
    ['insecure: true', { insecure: true }],
    ['ca: certs/company.pem', { insecure: false, caFile: 'certs/company.pem' }],
    ['pin: true', { insecure: false, knownDevicesFile: '.data/known-devices' }],
  ])('says with %s how it is known again', (text, expected) => {
    const { insecure, caFile, knownDevicesFile } = one(deviceText(`, ${text}`)) ?? {};
    const relative = (file?: string) => file?.slice(folder.root.length + 1);
    expect({ insecure, caFile: relative(caFile), knownDevicesFile: relative(knownDevicesFile) }).toEqual(
      expect.objectContaining(expected),
    );
  });

  test('has its own word before the defaults, setting by setting', () => {
    const [target] = folder
      .read(`
defaults:
  username: admin
  password: \${ROOMOS_PASSWORD}
  insecure: true
  macros: [a, b]
  settings:
    a: {text: default, other: default}
    b: {text: default}
devices:
  room1:
    address: wss://10.0.0.5
    pin: true
    macros: []
    settings:
      a: {text: own}
      c: {list: [1, true, null]}
`)
      .targets(['room1']);
    expect(target).toMatchObject({
      insecure: false,
      knownDevicesFile: expect.any(String),
      macros: [],
      settings: {
        a: { text: 'own', other: 'default' },
        b: { text: 'default' },
        c: { list: [1, true, null] },
      },
    });
  });

  test('may undo what the defaults say of its certificate', () => {
    const [target] = folder
      .read(`defaults: {insecure: true}\ndevices: {room1: {${deviceText(', insecure: false')}}}`)
      .targets(['room1']);
    expect(target?.insecure).toBe(false);
  });

  test('of the cloud is always verified, whatever the defaults say', () => {
    const text = `defaults: {insecure: true}\ndevices: {c: {address: "cloud:Y2lz", token: "\${WEBEX_TOKEN}"}}`;
    expect(folder.read(text).targets(['c'])[0]).toMatchObject({
      insecure: false,
      token: 'three',
      username: '',
    });
  });
});

test('a group may have any name, one that objects have of themselves too', () => {
  const text = `devices: {a: {${deviceText(', groups: [toString, constructor]')}}}`;
  expect([...folder.read(text).groups.keys()]).toEqual(['toString', 'constructor']);
});

describe('variables', () => {
  test('stand in settings too, however deep and within texts', () => {
    const target = one(
      deviceText(
        `, settings: {a: {text: "\${GREETING}, you", deep: {list: ["\${GREETING}", "\${lower}", 1]}}}`,
      ),
    );
    expect(target?.settings).toEqual({
      a: { text: 'Hello, you', deep: { list: ['Hello', `\${lower}`, 1] } },
    });
  });

  const text = `defaults:
  username: admin
  password: \${DEFAULT_PASSWORD}
devices:
  room1:
    address: wss://10.0.0.1
  room2:
    address: wss://10.0.0.2
    settings:
      a:
        list:
          - fine
          - \${SECRET_OF_TWO}
  room3:
    address: wss://10.0.0.3
    password: \${ROOMOS_PASSWORD}
`;

  test('that are not set are named all together, each once, with their lines', () => {
    expect(faultsOf(() => folder.read(text).targets(['room1', 'room2', 'room3']))).toEqual({
      code: 'unset-variable',
      lines: [
        'devices.yaml:3: defaults.password: DEFAULT_PASSWORD is not set. Set it in the environment or in .env',
        'devices.yaml:13: devices.room2.settings.a.list.1: SECRET_OF_TWO is not set. Set it in the environment or in .env',
      ],
    });
  });

  test('of devices that are not meant do not matter', () => {
    expect(folder.read(text).targets(['room3'])).toHaveLength(1);
  });

  test('that are empty are not set', () => {
    expect(
      faultsOf(() => folder.read(text, { ...ENVIRONMENT, ROOMOS_PASSWORD: '' }).targets(['room3'])).code,
    ).toBe('unset-variable');
  });
});
