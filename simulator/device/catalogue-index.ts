import {
  type Catalogue,
  type CatalogueEntry,
  type CommandEntry,
  type ConfigurationEntry,
  type EventEntry,
  loadCatalogue,
  type StatusEntry,
} from '#xapi';
import { fullRelease, productCode, UnknownProductError } from './product.ts';
import { findNode, plant, type SchemaNode, schemaNode } from './schema-node.ts';

/** What one product has in one release; shared by all devices of that kind, and never changed. */
export interface CatalogueIndex {
  /** The name on the box. */
  readonly product: string;
  /** As the catalogue lists it. */
  readonly release: string;
  readonly command: SchemaNode<CommandEntry>;
  readonly status: SchemaNode<StatusEntry>;
  readonly configuration: SchemaNode<ConfigurationEntry>;
  readonly event: SchemaNode<EventEntry>;
}

const indexed = new Map<string, CatalogueIndex>();
let loaded: Catalogue | undefined;

/** The index of a product and release, made when first asked for. @throws UnknownProductError */
export function catalogueIndex(product: string, release: string): CatalogueIndex {
  loaded ??= loadCatalogue();
  const code = productCode(loaded, product);
  const listed = fullRelease(loaded, release);
  const key = `${code} ${listed}`;
  const known = indexed.get(key);
  if (known) return known;
  const made = makeIndex(loaded, code, listed);
  indexed.set(key, made);
  return made;
}

function makeIndex(catalogue: Catalogue, code: string, release: string): CatalogueIndex {
  const index: CatalogueIndex = {
    product: catalogue.productNames[code] ?? code,
    release,
    command: schemaNode('Command'),
    status: schemaNode('Status'),
    configuration: schemaNode('Configuration'),
    event: schemaNode('Event'),
  };
  const has = inRelease(catalogue, release);
  for (const entry of catalogue.entries) {
    if (entry.products.includes(code) && has(entry)) plantEntry(index, entry);
  }
  requireWhole(index);
  return index;
}

/** Of products that have been retired the catalogue has a few leftovers, which make no device. */
function requireWhole({ product, release, status }: CatalogueIndex): void {
  if (findNode(status, ['SystemUnit', 'Software', 'Version'])) return;
  throw new UnknownProductError(`the catalogue does not describe a ${product} with release ${release}`);
}

function plantEntry(index: CatalogueIndex, entry: CatalogueEntry): void {
  if (entry.type === 'Command') plant(index.command, entry.path, entry);
  else if (entry.type === 'Status') plant(index.status, entry.path, entry);
  else if (entry.type === 'Configuration') plant(index.configuration, entry.path, entry);
  else plant(index.event, entry.path, entry);
}

/** Whether the catalogue lists an entry for a release, named as the catalogue names it. */
export function inRelease(catalogue: Catalogue, release: string): (entry: CatalogueEntry) => boolean {
  const order = new Map(catalogue.releases.map((each, position) => [each, position]));
  const at = order.get(release) ?? 0;
  // The schemas name events only from the second listed release on; older devices had them too.
  const earliest = (entry: CatalogueEntry) => {
    const since = order.get(entry.since) ?? 0;
    return entry.type === 'Event' && since <= 1 ? 0 : since;
  };
  const latest = (entry: CatalogueEntry) =>
    entry.until === undefined ? Number.POSITIVE_INFINITY : (order.get(entry.until) ?? 0);
  return (entry) => earliest(entry) <= at && at <= latest(entry);
}
