import { UserError } from '#scripts/lib/user-error';
import type { Catalogue, CatalogueEntry } from '#xapi';

export type EntryType = CatalogueEntry['type'];
type EntryOf<Type extends EntryType> = Extract<CatalogueEntry, { type: Type }>;

/** Which paths get types, as the catalogue spells them, indices included: `UserInterface WebView[n] URL`. */
export type TypedPaths = Readonly<Record<EntryType, readonly string[]>>;

/** A path with what the catalogue says of it, once per set of products. */
export interface PathVariants<Type extends EntryType> {
  readonly path: string;
  readonly variants: readonly EntryOf<Type>[];
}

/**
 * The catalogue's entries of one type for the given paths, sorted by path.
 *
 * @throws UserError `unknown-path` for paths that the catalogue does not have
 */
export function selectEntries<Type extends EntryType>(
  catalogue: Catalogue,
  type: Type,
  paths: readonly string[],
): PathVariants<Type>[] {
  const variants = new Map<string, EntryOf<Type>[]>(paths.map((path) => [path, []]));
  for (const entry of catalogue.entries) {
    if (isOfType(entry, type)) variants.get(entry.path)?.push(entry);
  }
  const unknown = [...variants].filter(([, found]) => found.length === 0).map(([path]) => path);
  if (unknown.length > 0) {
    throw new UserError('unknown-path', `The catalogue has no ${type} ${unknown.join(', ')}.`);
  }
  return [...variants]
    .map(([path, found]) => ({ path, variants: found }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

const isOfType = <Type extends EntryType>(entry: CatalogueEntry, type: Type): entry is EntryOf<Type> =>
  entry.type === type;
