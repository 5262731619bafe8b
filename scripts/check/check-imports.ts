import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { importFault } from './import-table.ts';

/** Tests and what serves them stand beside the code, but may import what they test with. */
const isTestCode = (file: string) => /\.test\.tsx?$|\/fixtures\/|\.config\.ts$|\/measure\.ts$/.test(file);

/** Holds every file against the import table: `file:line: what is wrong`, one a fault. */
export function checkImports(root: string, files: readonly string[]): string[] {
  return files
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !isTestCode(file))
    .flatMap((file) => faultsOf(file, readFileSync(join(root, file), 'utf8')));
}

function faultsOf(file: string, source: string): string[] {
  return importsOf(file, source).flatMap(({ specifier, start }) => {
    const fault = importFault(file, specifier);
    return fault === undefined ? [] : [`${file}:${source.slice(0, start).split('\n').length}: ${fault}`];
  });
}

/** Every `import … from`, `export … from` and `import('…')` with a literal, types included. */
function importsOf(file: string, source: string): { specifier: string; start: number }[] {
  const { module } = parseSync(file, source);
  const imports = module.staticImports.map((entry) => entry.moduleRequest);
  const exports = module.staticExports.flatMap((entry) => entry.entries.map((item) => item.moduleRequest));
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    value: source.slice(start + 1, end - 1),
    start,
  }));
  return [...imports, ...exports, ...dynamic]
    .filter((request) => request !== null)
    .map(({ value, start }) => ({ specifier: value, start }));
}
