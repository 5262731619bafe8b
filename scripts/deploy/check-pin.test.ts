import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryRoot } from '#scripts/lib/run-for-test';
import { checkPin } from './check-pin.ts';

let folder: ReturnType<typeof temporaryRoot>;
let file: string;
let lines: string[];
beforeEach(() => {
  folder = temporaryRoot();
  file = join(folder.root, '.data/known-devices');
  lines = [];
});
afterEach(() => folder.remove());

function show(fingerprint: string, address = 'wss://10.0.0.5'): void {
  const shown = { what: 'certificate', fingerprint } as const;
  checkPin({ label: 'room1', address }, file, shown, (line) => lines.push(line));
}

describe('the first time', () => {
  test('what a device shows is kept, and said', () => {
    show('SHA256:AA');
    expect(readFileSync(file, 'utf8')).toBe('wss://10.0.0.5 SHA256:AA\n');
    expect(lines).toEqual(['room1  certificate kept from now on: SHA256:AA']);
  });

  test('the file is for its owner alone, even when an older one was not', () => {
    show('SHA256:AA');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, '# mine', { mode: 0o644 });
    show('SHA256:BB');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe('# mine\nwss://10.0.0.5 SHA256:BB\n');
  });

  test('each address has a line of its own', () => {
    show('SHA256:AA');
    show('SHA256:BB', 'wss://10.0.0.6:8443/path');
    show('SHA256:CC', 'ssh://10.0.0.5');
    expect(readFileSync(file, 'utf8').split('\n').sort()).toEqual([
      '',
      'ssh://10.0.0.5 SHA256:CC',
      'wss://10.0.0.5 SHA256:AA',
      'wss://10.0.0.6:8443 SHA256:BB',
    ]);
  });
});

describe('afterwards', () => {
  beforeEach(() => {
    show('SHA256:AA');
    lines = [];
  });

  test('the same is taken without a word', () => {
    show('SHA256:AA');
    show('SHA256:AA', 'WSS://10.0.0.5:443/');
    expect(lines).toEqual([]);
  });

  test('another is refused, with both fingerprints and how to forget the old one', () => {
    const refusal = expect.objectContaining({
      code: 'certificate-changed',
      message: expect.stringMatching(
        /kept: +SHA256:AA\n +shown: SHA256:BB\n.*delete line 1 of .*known-devices/s,
      ),
    });
    expect(() => show('SHA256:BB')).toThrow(refusal);
    // It stays refused: nothing was learnt by the refusal.
    expect(() => show('SHA256:BB')).toThrow(refusal);
  });

  test('it is taken again once the line is gone', () => {
    writeFileSync(file, '');
    show('SHA256:BB');
    expect(readFileSync(file, 'utf8')).toBe('wss://10.0.0.5 SHA256:BB\n');
  });

  test('a line that lost its fingerprint fits no device', () => {
    writeFileSync(file, 'wss://10.0.0.5\n');
    expect(() => show('SHA256:AA')).toThrow(expect.objectContaining({ code: 'certificate-changed' }));
  });
});

test('without a file that can be read nobody is let in', () => {
  mkdirSync(file, { recursive: true });
  expect(() => show('SHA256:AA')).toThrow(
    expect.objectContaining({ code: 'certificate', message: expect.stringContaining('EISDIR') }),
  );
});
