import type { Path } from './types.ts';

/** The four trees. `Config` is how older macros call the configuration. */
export type Root = 'Command' | 'Status' | 'Configuration' | 'Event';

const ROOTS: ReadonlyMap<string, Root> = new Map([
  ['command', 'Command'],
  ['status', 'Status'],
  ['configuration', 'Configuration'],
  ['config', 'Configuration'],
  ['event', 'Event'],
]);

export const rootOf = (segment: string | number | undefined): Root | undefined =>
  typeof segment === 'string' ? ROOTS.get(segment.toLowerCase()) : undefined;

/** Reads `UserInterface WebView[1] URL`, `Audio.Volume` or `Status/Call/1/Status` as segments. */
export function parsePath(text: string): Path {
  return normalizePath(text.split(/[\s/.]+/).filter((segment) => segment !== ''));
}

/** Gives indices their own segment and makes numbers of digits: `['Call[1]', '2']` becomes `['Call', 1, 2]`. */
export function normalizePath(path: Path): Path {
  return path.flatMap((segment): Path => {
    if (typeof segment === 'number') return [segment];
    const indexed = /^([^[\]]+)\[(\d+|\*)\]$/.exec(segment);
    if (indexed?.[1] && indexed[2]) return [indexed[1], indexOf(indexed[2])];
    return [indexOf(segment)];
  });
}

const indexOf = (segment: string): string | number => (/^\d+$/.test(segment) ? Number(segment) : segment);

/** The path below the root, for those who may name the root or leave it out. */
export function withoutRoot(path: Path, root: Root): Path {
  const segments = normalizePath(path);
  return rootOf(segments[0]) === root ? segments.slice(1) : segments;
}

/** As people write it: `UserInterface WebView[1] URL`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'number') return `${text}[${segment}]`;
    return text === '' ? segment : `${text} ${segment}`;
  }, '');
}
