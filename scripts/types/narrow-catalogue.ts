import { UserError } from '#scripts/lib/user-error';
import { inRelease } from '#simulator/device/catalogue-index';
import { fullRelease, productCode, UnknownProductError } from '#simulator/device/product';
import type { Catalogue, CatalogueEntry } from '#xapi';

export interface Selection {
  /** A name on the box or a code name, such as `Board Pro 55`. */
  readonly product?: string;
  /** Such as `26.4`. */
  readonly release?: string;
}

/** Every product has it, in every release in which the catalogue describes the product. */
const ALWAYS_THERE = 'SystemUnit Software Version';

/**
 * What the catalogue knows of one product, of one release, or of both. In a catalogue of one release no entry says
 * since when it is there.
 *
 * @throws UserError `unknown-product`
 */
export function narrowCatalogue(catalogue: Catalogue, { product, release }: Selection): Catalogue {
  const ofProduct =
    product === undefined ? catalogue : onlyProduct(catalogue, known(productCode, catalogue, product));
  const narrowed =
    release === undefined ? ofProduct : onlyRelease(ofProduct, known(fullRelease, catalogue, release));
  if (narrowed.entries.some(({ path }) => path === ALWAYS_THERE)) return narrowed;
  const what = [product, release].filter(Boolean).join(' with release ');
  throw new UserError('unknown-product', `The catalogue does not describe ${what}.`, 2);
}

function onlyProduct(catalogue: Catalogue, code: string): Catalogue {
  const entries = catalogue.entries.filter(({ products }) => products.includes(code));
  return { ...catalogue, entries: entries.map((entry) => ({ ...entry, products: [code] })) };
}

function onlyRelease(catalogue: Catalogue, release: string): Catalogue {
  const entries = catalogue.entries.filter(inRelease(catalogue, release));
  return { ...catalogue, releases: [release], entries: entries.map((entry) => timeless(entry, release)) };
}

function timeless(entry: CatalogueEntry, release: string): CatalogueEntry {
  const { until: _, ...rest } = entry;
  return { ...rest, since: release };
}

function known(find: typeof productCode, catalogue: Catalogue, name: string): string {
  try {
    return find(catalogue, name);
  } catch (error) {
    if (!(error instanceof UnknownProductError)) throw error;
    throw new UserError('unknown-product', `In the catalogue ${error.message}.`, 2);
  }
}
