import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundleMacros } from './bundle-macros.ts';
import { checkMacroSizes } from './check-macro-sizes.ts';
import { isOurMacro } from './macro-header.ts';

const root = process.cwd();

describe('the macros of this project', () => {
  test('fit into their limits, each and together', async () => {
    const bundles = await bundleMacros(root);
    const bytes = new Map(bundles.map((bundle) => [bundle.name, bundle.bytes]));
    expect([...bytes.keys()]).toEqual(['assistant-events', 'room-controls', 'web-view-keeper']);
    expect(bytes.get('assistant-events')).toBeLessThanOrEqual(16 * 1024);
    expect([...bytes.values()].reduce((sum, size) => sum + size)).toBeLessThanOrEqual(64 * 1024);
  });

  test('are one module each, which imports xapi and nothing else', async () => {
    for (const { source } of await bundleMacros(root)) {
      expect(new Set(source.match(/\bfrom\s*["'][^"']+["']/g))).toEqual(new Set(['from"xapi"']));
      expect(source).not.toMatch(/\b(require|TextEncoder|URL|Intl|structuredClone|process)\s*[(.]/);
    }
  });

  test('are the same for the same sources, in the folder dist/macros too', async () => {
    const [once, again] = [await bundleMacros(root), await bundleMacros(root)];
    expect(again).toEqual(once);
    for (const { name, source, map } of once) {
      expect(await readFile(join(root, 'dist/macros', `${name}.js`), 'utf8')).toBe(source);
      expect(JSON.parse(map).sources).toContain(`../../macros/${name}/index.ts`);
    }
  });
});

describe('a macro', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'macros-'));
    await cp(join(root, 'package.json'), join(folder, 'package.json'));
    await cp(join(root, 'contract'), join(folder, 'contract'), { recursive: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await writeMacro('good', 'console.log(MACRO_NAME, MACRO_HASH);');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function writeMacro(name: string, text: string) {
    await mkdir(join(folder, 'macros', name), { recursive: true });
    await writeFile(join(folder, 'macros', name, 'index.ts'), text);
  }

  test('says in its first line what it is, and whose', async () => {
    const [bundle] = await bundleMacros(folder);
    expect(bundle?.source.split('\n')[0]).toBe(
      `// good 0.1.0 sha-256 ${bundle?.hash} deployed by roomos-assistant-kit`,
    );
    expect(isOurMacro(bundle?.source ?? '')).toBe(true);
    expect(isOurMacro('// mine\nimport xapi from "xapi";')).toBe(false);
  });

  test('knows its own name and hash, and the hash is that of its code', async () => {
    const [bundle] = await bundleMacros(folder);
    const { source = '', hash = '' } = bundle ?? {};
    expect(source).toContain(`console.log("good","${hash}")`);
    const withoutHash = source.replaceAll(hash, '0'.repeat(64));
    expect(createHash('sha256').update(withoutHash).digest('hex')).toBe(hash);
  });

  test('gets another hash with other code', async () => {
    const [before] = await bundleMacros(folder);
    await writeMacro('good', 'console.log(MACRO_NAME, MACRO_HASH, 2);');
    const [after] = await bundleMacros(folder);
    expect(after?.hash).not.toBe(before?.hash);
  });

  test('with a syntax error is refused with its place', async () => {
    await writeMacro('bad', 'const a = 1;\nconst = 2;\n');
    await expect(bundleMacros(folder)).rejects.toMatchObject({
      code: 'macro-build-failed',
      message: expect.stringMatching(/^The macro bad does not build:\n {2}macros\/bad\/index\.ts:2:7: /),
    });
  });

  test('with an import that does not exist is refused with its place', async () => {
    await writeMacro('bad', "import { a } from './missing.ts';\na();\n");
    await expect(bundleMacros(folder)).rejects.toMatchObject({
      code: 'macro-build-failed',
      message: expect.stringContaining('macros/bad/index.ts:1:19: Could not resolve "./missing.ts"'),
    });
  });

  test('that imports a part of Node is refused', async () => {
    await writeMacro('bad', "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n");
    await expect(bundleMacros(folder)).rejects.toMatchObject({ code: 'macro-build-failed' });
  });

  test('that awaits at its top, which ES2020 does not have, is refused', async () => {
    await writeMacro('bad', 'await Promise.resolve();\nexport {};\n');
    await expect(bundleMacros(folder)).rejects.toMatchObject({ code: 'macro-build-failed' });
  });

  test('that is too large is named with its size and its limit', async () => {
    await writeMacro('assistant-events', `console.log(${JSON.stringify('x'.repeat(17_000))});`);
    await expect(bundleMacros(folder)).rejects.toMatchObject({
      code: 'macro-too-large',
      message: expect.stringMatching(
        /^The macro assistant-events has 17\d\d\d bytes; at most 16384 are allowed/,
      ),
    });
  });

  test('a project without macros says so', async () => {
    await rm(join(folder, 'macros/good'), { recursive: true });
    await expect(bundleMacros(folder)).rejects.toMatchObject({ code: 'no-macros' });
  });
});

test('macros that are small enough alone may be too large together', () => {
  const macros = ['one', 'two'].map((name) => ({ name, bytes: 40_000 }));
  expect(() => checkMacroSizes(macros)).toThrow(
    'one, two together have 80000 bytes; at most 65536 are allowed',
  );
});
