import { join } from 'node:path';
import { type BuildFailure, build } from 'esbuild';
import { macroBuildError, messageLines, warningsAsErrors } from './macro-build-error.ts';
import { macroHeader } from './macro-header.ts';
import { panelPlugin } from './panel/panel-plugin.ts';
import { refuseImports } from './refuse/refuse-imports.ts';
import { plainSettings } from './settings/plain-settings.ts';

/** Stands where the hash of the code belongs until it is known: as long as one, so that the source map holds. */
export const HASH_PLACE = '0'.repeat(64);

/** Where bundles are written, and from where their source maps name the sources. */
export const BUNDLES_FOLDER = 'dist/macros';

export interface Compilation {
  readonly name: string;
  readonly version: string;
  /** Plain values; they stand in the code, and nowhere in the source map. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * One macro as one minified ES2020 module.
 *
 * @throws UserError `macro-build-failed`
 */
export async function compileMacro(root: string, { name, version, settings }: Compilation) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [`macros/${name}/index.ts`],
    outfile: join(root, BUNDLES_FOLDER, `${name}.js`),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    platform: 'neutral',
    external: ['xapi'],
    plugins: [plainSettings(root, name), refuseImports, panelPlugin(root)],
    charset: 'utf8',
    legalComments: 'none',
    define: {
      MACRO_NAME: JSON.stringify(name),
      MACRO_HASH: JSON.stringify(HASH_PLACE),
      MACRO_SETTINGS: JSON.stringify(settings),
    },
    banner: { js: macroHeader(name, version, HASH_PLACE) },
    sourcemap: 'external',
    logLevel: 'silent',
    logOverride: warningsAsErrors,
  }).catch((failure: BuildFailure) => {
    throw macroBuildError(name, messageLines(failure.errors));
  });
  const [map = '', code = ''] = result.outputFiles.map((file) => file.text);
  return { code, map: withoutValues(map) };
}

interface SourceMapText {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
}

/** esbuild keeps what it puts in for a name as if it were a source; a secret does not belong there. */
function withoutValues(map: string): string {
  const { sources, sourcesContent, ...rest } = JSON.parse(map) as SourceMapText;
  const kept = sourcesContent.map((text, index) => (sources[index]?.includes('<define:') ? null : text));
  return JSON.stringify({ ...rest, sources, sourcesContent: kept });
}
