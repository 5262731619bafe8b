import { parseSync } from 'oxc-parser';

/** The saved macro that an import names: `other`, `./other`, with or without `.js`. */
export function resolveSibling(specifier: string, isSaved: (name: string) => boolean): string | undefined {
  const name = specifier.replace(/^\.\//, '');
  return [name, name.replace(/\.js$/, '')].find(isSaved);
}

/** Where a source imports a module, as `line:column` from 1; `undefined` for an import at run time. */
export function importPosition(source: string, specifier: string): string | undefined {
  const { module } = parseSync('macro.js', source, { sourceType: 'module' });
  const all = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)];
  const request = all.find((each) => each.moduleRequest?.value === specifier)?.moduleRequest;
  if (!request) return undefined;
  const before = source.slice(0, request.start).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
