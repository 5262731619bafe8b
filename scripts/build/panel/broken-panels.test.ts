import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildFailure, build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { messageLines } from '../macro-build-error.ts';
import { panelPlugin } from './panel-plugin.ts';

const root = process.cwd();
const FOLDER = 'macros/lib/panel/broken';

/** What stands in the comments above the first import, as `line:column: message`. */
const expected = (file: string) =>
  [...readFileSync(join(root, FOLDER, file), 'utf8').matchAll(/^\/\/ (\d+:\d+: .*)$/gm)].map(
    ([, message]) => `${FOLDER}/${file}:${message}`,
  );

const bundle = (file: string) =>
  build({
    absWorkingDir: root,
    stdin: { contents: `export { default } from './${file}';`, resolveDir: join(root, FOLDER) },
    bundle: true,
    write: false,
    external: ['xapi'],
    plugins: [panelPlugin(root)],
    logLevel: 'silent',
  });

describe('a broken panel is refused with its places', () => {
  test.each(readdirSync(join(root, FOLDER)))('%s', async (file) => {
    const failure = await bundle(file).then(
      () => undefined,
      (error: BuildFailure) => error,
    );
    expect(expected(file)).not.toEqual([]);
    expect(messageLines(failure?.errors ?? [])).toEqual(expected(file));
  });
});
