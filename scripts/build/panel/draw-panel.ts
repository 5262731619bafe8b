import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import type { DrawnPanel } from '#project/macros/lib/panel/panel.ts';

/** A panel, and a source map for whatever the build makes of it. */
export interface Drawing {
  readonly panel: DrawnPanel;
  /** JSON. Names every file that the panel was drawn from, as seen from the panel's folder. */
  readonly map: string;
}

const require = createRequire(import.meta.url);

/**
 * Runs a `.panel.tsx` in Node and answers its default export.
 *
 * @throws PanelError of macros/lib/panel, esbuild's BuildFailure, or whatever the file itself throws
 */
export async function drawPanel(root: string, file: string): Promise<Drawing> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile: join(root, `${file}.js`),
    bundle: true,
    write: false,
    sourcemap: 'external',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // The development form of JSX says where each element stands.
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsxdev', jsxImportSource: '#panel' } },
    external: ['valibot'],
    plugins: [noDevice],
    logLevel: 'silent',
  });
  const [map = '{}', code = ''] = outputFiles.map(({ text }) => text);
  return { panel: run(code, file), map: mapToPanel(map) };
}

/** Esbuild writes the entry point's source last. One mapping is needed: it drops a map that has none. */
function mapToPanel(map: string): string {
  const { sources, sourcesContent } = JSON.parse(map) as { sources: string[]; sourcesContent: string[] };
  return JSON.stringify({
    version: 3,
    sources: sources.reverse(),
    sourcesContent: sourcesContent.reverse(),
    names: [],
    mappings: 'AAAA',
  });
}

function run(code: string, file: string): DrawnPanel {
  const module = { exports: { default: undefined as unknown } };
  const wrapper: unknown = new Script(`(module, require) => {${code}\n}`, {
    filename: file,
  }).runInThisContext();
  if (typeof wrapper === 'function') wrapper(module, require);
  const panel = module.exports.default;
  if (!isPanel(panel)) throw new Error('the default export is not what definePanel answers');
  return panel;
}

const isPanel = (value: unknown): value is DrawnPanel =>
  typeof value === 'object' && value !== null && 'xml' in value && 'widgets' in value;

/** A panel is drawn where there is no device. */
const noDevice: Plugin = {
  name: 'no-device',
  setup({ onResolve }) {
    onResolve({ filter: /^xapi$/ }, () => ({
      errors: [{ text: 'a panel is drawn at build time: neither it nor what it imports can use xapi' }],
    }));
  },
};
