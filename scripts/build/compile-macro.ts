import { join } from 'node:path';
import { type BuildFailure, build, type Message } from 'esbuild';
import { UserError } from '#scripts/lib/user-error';
import { macroHeader } from './macro-header.ts';

/** Stands where the hash of the code belongs until it is known: as long as one, so that the source map holds. */
export const HASH_PLACE = '0'.repeat(64);

/**
 * One macro as one minified ES2020 module.
 *
 * @throws UserError `macro-build-failed`
 */
export async function compileMacro(root: string, name: string, version: string) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [`macros/${name}/index.ts`],
    outfile: join(root, 'dist/macros', `${name}.js`),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    platform: 'neutral',
    external: ['xapi'],
    charset: 'utf8',
    legalComments: 'none',
    define: { MACRO_NAME: JSON.stringify(name), MACRO_HASH: JSON.stringify(HASH_PLACE) },
    banner: { js: macroHeader(name, version, HASH_PLACE) },
    sourcemap: 'external',
    logLevel: 'silent',
  }).catch((failure: BuildFailure) => {
    throw buildError(name, failure.errors);
  });
  const [map = '', code = ''] = result.outputFiles.map((file) => file.text);
  return { code, map };
}

function buildError(name: string, errors: readonly Message[]): UserError {
  const lines = errors.map(({ location, text }) =>
    location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
  );
  return new UserError('macro-build-failed', [`The macro ${name} does not build:`, ...lines].join('\n  '));
}
