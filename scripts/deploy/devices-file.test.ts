import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '#scripts/lib/user-error';
import { passwordVariable, readDevicesFile } from './devices-file.ts';

const read = (text: string) => readDevicesFile('devices.yaml', text);

function faultsOf(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError && error.code === 'bad-inventory') return error.message.split('\n');
    throw error;
  }
  return [];
}

test('the example is a good inventory', () => {
  const devices = readDevicesFile('devices.example.yaml', readFileSync('devices.example.yaml', 'utf8'));
  expect([...devices.keys()]).toEqual(['boardroom', 'lab']);
  expect(devices.get('boardroom')).toMatchObject({
    address: 'wss://10.0.0.5',
    username: 'admin',
    insecure: false,
  });
  expect(devices.get('lab')?.insecure).toBe(true);
  expect([...devices.values()].map(passwordVariable)).toEqual(['BOARDROOM_PASSWORD', 'LAB_PASSWORD']);
});

describe('faults', () => {
  test('are shown all together, each with its line, what was expected and what was found', () => {
    const text = `devices:
  boardroom:
    address: 10.0.0.5
    username: admin
    password: hunter2
  lab:
    address: wss://lab
    user: admin
    password: \${LAB}
    insecure: perhaps
`;
    expect(faultsOf(text)).toEqual([
      'devices.yaml:3: devices.boardroom.address: expected an address such as wss://10.0.0.5, found "10.0.0.5"',
      `devices.yaml:5: devices.boardroom.password: expected a variable such as \${BOARDROOM_PASSWORD}, found something else`,
      'devices.yaml:6: devices.lab.username: expected "username", found nothing',
      'devices.yaml:10: devices.lab.insecure: expected boolean, found "perhaps"',
      'devices.yaml:8: devices.lab.user: no such setting',
    ]);
  });

  test.each([
    ['nothing', '', 'devices.yaml:1: the file: expected Object, found null'],
    ['no devices', 'rooms: {}', 'devices.yaml:1: devices: expected "devices", found nothing'],
    ['a list of devices', 'devices: [a]', 'devices.yaml:1: devices'],
    ['a name twice', 'devices:\n  a: {}\n  a: {}', 'devices.yaml:3: Map keys must be unique'],
    ['a tab', 'devices:\n\ta: 1', 'devices.yaml:2: '],
    ['an endless text', 'devices: "', 'devices.yaml:1: '],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)[0]).toContain(fault);
  });

  test('never show a password', () => {
    const text = 'devices:\n  a:\n    address: wss://a\n    username: u\n    password: hunter2\n';
    expect(faultsOf(text).join()).not.toContain('hunter2');
  });

  test('whatever the text is, it is an inventory or a list of faults', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const fault of faultsOf(text)) expect(fault.length).toBeGreaterThan(0);
      }),
    );
  });
});
