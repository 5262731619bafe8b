import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchTree } from './watch-tree.ts';

let root: string;
let close: () => void;
let seen: string[];
let heard: () => void;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watch-'));
  mkdirSync(join(root, 'a/deep'), { recursive: true });
  writeFileSync(join(root, 'a/deep/file.ts'), 'old');
  seen = [];
  heard = () => {};
  close = watchTree([join(root, 'a')], (file) => {
    seen.push(file.slice(root.length + 1));
    heard();
  });
});
afterEach(() => {
  close();
  rmSync(root, { recursive: true, force: true });
});

async function told(file: string): Promise<void> {
  while (!seen.includes(file)) {
    await new Promise<void>((resolve) => {
      heard = resolve;
    });
  }
  expect(seen).toContain(file);
  seen = [];
}

test('a file that is written is told', async () => {
  writeFileSync(join(root, 'a/deep/file.ts'), 'new');
  await told('a/deep/file.ts');
});

test('a file that takes the place of the old one is told, each time', async () => {
  for (const text of ['one', 'two', 'three']) {
    writeFileSync(join(root, 'draft'), text);
    renameSync(join(root, 'draft'), join(root, 'a/deep/file.ts'));
    await told('a/deep/file.ts');
  }
});

test('what stands in a new folder is told, and what is written there later', async () => {
  mkdirSync(join(root, 'b/deeper'), { recursive: true });
  writeFileSync(join(root, 'b/deeper/new.ts'), 'new');
  renameSync(join(root, 'b'), join(root, 'a/b'));
  await told('a/b/deeper/new.ts');
  writeFileSync(join(root, 'a/b/deeper/later.ts'), 'later');
  await told('a/b/deeper/later.ts');
});

test('a folder that went and came again is watched again', async () => {
  rmSync(join(root, 'a/deep'), { recursive: true });
  await told('a/deep');
  mkdirSync(join(root, 'a/deep'));
  writeFileSync(join(root, 'a/deep/file.ts'), 'again');
  await told('a/deep/file.ts');
});
