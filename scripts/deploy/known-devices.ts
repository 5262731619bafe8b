import { appendFileSync, chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the project keeps them. */
export const knownDevicesFile = (root: string): string => join(root, '.data/known-devices');

/** One line of the file. */
export interface KnownDevice {
  readonly fingerprint: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * What devices have shown of themselves, kept as ssh keeps its known hosts: a text file of `ADDRESS FINGERPRINT`,
 * one line a device, for its owner alone. Whoever wants a device forgotten deletes its line.
 */
export class KnownDevices {
  constructor(readonly file: string) {}

  /** Of two lines with the same address the first holds. One without a fingerprint fits no device. */
  find(address: string): KnownDevice | undefined {
    const lines = readIfThere(this.file)
      .split('\n')
      .map((text) => text.trim().split(/\s+/));
    const index = lines.findIndex(([known]) => known === address);
    return index === -1 ? undefined : { fingerprint: lines[index]?.[1] ?? '', line: index + 1 };
  }

  /** Adds a line, and answers what holds now: another process may have added its own before. */
  learn(address: string, fingerprint: string): KnownDevice {
    mkdirSync(dirname(this.file), { recursive: true });
    const begin = /[^\n]$/.test(readIfThere(this.file)) ? '\n' : '';
    // An append of one line is whole, also when several processes learn at once.
    appendFileSync(this.file, `${begin}${address} ${fingerprint}\n`, { mode: 0o600 });
    // The mode above is only taken for a new file.
    chmodSync(this.file, 0o600);
    return this.find(address) ?? { fingerprint, line: 1 };
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
