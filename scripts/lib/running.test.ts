import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRunning, removeRunning, writeRunning } from './running.ts';

const CONSOLE = 'http://127.0.0.1:3000';
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'running-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});
const file = () => join(root, '.data/running.json');

describe('the note of the running simulator', () => {
  it('is found again as it was written', () => {
    const running = { console: CONSOLE, server: 'http://127.0.0.1:3001', pid: process.pid };
    writeRunning(root, running);
    expect(readRunning(root)).toEqual(running);
  });

  it('can be read by its owner only, even when an older file could be read by all', () => {
    writeRunning(root, { console: CONSOLE, pid: process.pid });
    rmSync(file());
    writeFileSync(file(), '', { mode: 0o644 });
    writeRunning(root, { console: CONSOLE, pid: process.pid });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('means nothing when its process has ended', () => {
    const ended = spawnSync(process.execPath, ['--version']).pid;
    writeRunning(root, { console: CONSOLE, pid: ended });
    expect(readRunning(root)).toBeUndefined();
  });

  it('means nothing when it is absent, cut short or of another shape', () => {
    expect(readRunning(root)).toBeUndefined();
    writeRunning(root, { console: CONSOLE, pid: process.pid });
    writeFileSync(file(), '{"console": "http://127');
    expect(readRunning(root)).toBeUndefined();
    writeFileSync(file(), JSON.stringify({ console: 'nowhere', pid: process.pid }));
    expect(readRunning(root)).toBeUndefined();
  });

  it('goes with the process that wrote it, and with no other', () => {
    writeRunning(root, { console: CONSOLE, pid: process.ppid });
    removeRunning(root);
    expect(readRunning(root)?.pid).toBe(process.ppid);
    removeRunning(root, process.ppid);
    expect(readRunning(root)).toBeUndefined();
    removeRunning(root);
  });
});
