import type { Path } from './types.ts';

/**
 * Whether a query covers a path: all of it, or a part that leads to it. `*` stands for one segment, `**` for any
 * number, letters' case does not count, and an index that the query leaves out stands for every index
 * (`Status Call Status` covers `Status Call[3] Status`).
 */
export function matchPath(query: Path, path: Path): boolean {
  const [wanted, ...rest] = query;
  if (wanted === undefined) return true;
  if (wanted === '**') return matchPath(rest, path) || (path.length > 0 && matchPath(query, path.slice(1)));
  const [segment, ...below] = path;
  if (segment === undefined) return false;
  if (typeof segment === 'number') {
    if (wanted === segment) return matchPath(rest, below);
    if (typeof wanted === 'number') return false;
    return (wanted === '*' && matchPath(rest, below)) || matchPath(query, below);
  }
  return sameName(wanted, segment) && matchPath(rest, below);
}

const sameName = (wanted: string | number, segment: string): boolean =>
  wanted === '*' || (typeof wanted === 'string' && wanted.toLowerCase() === segment.toLowerCase());
