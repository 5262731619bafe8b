import type { Catalogue, CatalogueEntry } from '#xapi';

type EntryType = CatalogueEntry['type'];
export type EntryOf<Type extends EntryType> = Extract<CatalogueEntry, { type: Type }>;

/** What the catalogue says of one path, once per set of products and of indices. */
export interface PathVariants<Entry extends CatalogueEntry> {
  /** One for each way to bound its lists: `Connector[1..3] Name`, `Connector[4] Name`. */
  readonly paths: readonly string[];
  readonly variants: readonly Entry[];
}

/** The catalogue's entries of one type by path, sorted; paths that differ only in their indices are one. */
export function groupEntries<Type extends EntryType>(
  { entries }: Catalogue,
  type: Type,
): PathVariants<EntryOf<Type>>[] {
  const groups = new Map<string, EntryOf<Type>[]>();
  for (const entry of entries) {
    if (!isOfType(entry, type)) continue;
    const key = entry.path.replaceAll(/\[[^\]]*\]/g, '[]');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, variants]) => ({ paths: [...new Set(variants.map(({ path }) => path))], variants }));
}

const isOfType = <Type extends EntryType>(entry: CatalogueEntry, type: Type): entry is EntryOf<Type> =>
  entry.type === type;
