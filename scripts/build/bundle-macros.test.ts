import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundleMacros } from './bundle-macros.ts';
import { checkMacroSizes } from './check-macro-sizes.ts';
import { isOurMacro } from './macro-header.ts';
import { MacroProject } from './testing/macro-project.ts';

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
  let project: MacroProject;
  beforeEach(async () => {
    project = await MacroProject.create();
    await writeMacro('good', 'console.log(MACRO_NAME, MACRO_HASH);');
  });
  afterEach(() => project.remove());

  const writeMacro = (name: string, text: string) => project.write(`${name}/index.ts`, text);

  test('says in its first line what it is, and whose', async () => {
    const [bundle] = await project.bundle();
    expect(bundle?.source.split('\n')[0]).toBe(
      `// good 0.1.0 sha-256 ${bundle?.hash} deployed by roomos-assistant-kit`,
    );
    expect(isOurMacro(bundle?.source ?? '')).toBe(true);
    expect(isOurMacro('// mine\nimport xapi from "xapi";')).toBe(false);
  });

  test('knows its own name and hash, and the hash is that of its code', async () => {
    const [bundle] = await project.bundle();
    const { source = '', hash = '' } = bundle ?? {};
    expect(source).toContain(`console.log("good","${hash}")`);
    const withoutHash = source.replaceAll(hash, '0'.repeat(64));
    expect(createHash('sha256').update(withoutHash).digest('hex')).toBe(hash);
  });

  test('gets another hash with other code', async () => {
    const [before] = await project.bundle();
    await writeMacro('good', 'console.log(MACRO_NAME, MACRO_HASH, 2);');
    const [after] = await project.bundle();
    expect(after?.hash).not.toBe(before?.hash);
  });

  test('that is too large is named with its size and its limit', async () => {
    await writeMacro('assistant-events', `console.log(${JSON.stringify('x'.repeat(17_000))});`);
    await expect(project.bundle()).rejects.toMatchObject({
      code: 'macro-too-large',
      message: expect.stringMatching(
        /^The macro assistant-events has 17\d\d\d bytes; at most 16384 are allowed/,
      ),
    });
  });

  test('can be chosen, and of one that is not there the known ones are named', async () => {
    await writeMacro('better', 'console.log(1);');
    expect((await project.bundle({ only: ['good'] })).map(({ name }) => name)).toEqual(['good']);
    await expect(project.bundle({ only: ['goood'] })).rejects.toMatchObject({
      code: 'unknown-macro',
      exitCode: 2,
      message: 'There is no macro goood. Known: better, good.',
    });
  });

  test('that is not chosen may be broken', async () => {
    await writeMacro('bad', 'const = 1;');
    expect(await project.bundle({ only: ['good'] })).toHaveLength(1);
  });

  test('says what it uses', async () => {
    await writeMacro('good', "import xapi from 'xapi';\nxapi.Command.Standby.Activate();");
    expect(await project.bundle()).toMatchObject([
      { uses: [{ kind: 'Command', path: 'Standby Activate', place: 'macros/good/index.ts:2' }] },
    ]);
  });

  test('a project without macros says so', async () => {
    await rm(join(project.root, 'macros/good'), { recursive: true });
    await expect(project.bundle()).rejects.toMatchObject({ code: 'no-macros' });
  });
});

test('macros that are small enough alone may be too large together', () => {
  const macros = ['one', 'two'].map((name) => ({ name, bytes: 40_000 }));
  expect(() => checkMacroSizes(macros)).toThrow(
    'one, two together have 80000 bytes; at most 65536 are allowed',
  );
});
