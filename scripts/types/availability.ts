import type { Catalogue, CatalogueEntry, Role } from '#xapi';

/** Which devices have a path, and who may use it, as lines for the editor. */
export class Availability {
  readonly #order: ReadonlyMap<string, number>;
  /** Those of which the newest release still knows something; the others' leftovers are not worth a word. */
  readonly #products: readonly string[];

  constructor(private readonly catalogue: Catalogue) {
    this.#order = new Map(catalogue.releases.map((release, position) => [release, position]));
    const current = catalogue.entries.filter(({ until }) => until === undefined);
    const present = new Set(current.flatMap(({ products }) => products));
    this.#products = Object.keys(catalogue.productNames).filter((code) => present.has(code));
  }

  /** Sentences about a path, and the line that makes editors strike it out when the newest release lacks it. */
  doc(variants: readonly CatalogueEntry[], ...more: readonly string[]): string[] {
    const known = variants.flatMap(({ products }) => products);
    const sentence = [
      ...more,
      this.#since(variants),
      this.products(known, this.#products),
      rolesDoc(variants),
    ].filter(Boolean);
    const gone = this.#gone(variants);
    return [...(sentence.length > 0 ? [sentence.join(' ')] : []), ...(gone ? [gone] : [])];
  }

  /** `Not on Navigator.` or `On Desk Pro.`, the shorter of both; nothing when all of the given have it. */
  products(codes: readonly string[], all: readonly string[]): string {
    const relevant = all.filter((code) => this.#products.includes(code));
    const missing = relevant.filter((code) => !codes.includes(code));
    const present = relevant.filter((code) => codes.includes(code));
    if (missing.length === 0 && relevant.length > 0) return '';
    if (present.length === 0) return `On ${this.#names(codes)}.`;
    return missing.length < present.length
      ? `Not on ${this.#names(missing)}.`
      : `On ${this.#names(present)}.`;
  }

  #names(codes: readonly string[]): string {
    const names = codes.map((code) => this.catalogue.productNames[code] ?? code);
    return [...new Set(names)].sort().join(', ');
  }

  /** The schemas name events only from the second listed release on; older devices had them too. */
  #since(variants: readonly CatalogueEntry[]): string {
    const positions = variants.map(({ since }) => this.#order.get(since) ?? 0);
    const first = Math.min(...positions);
    const known = variants.some(({ type }) => type === 'Event') ? 1 : 0;
    return first <= known ? '' : `Since ${this.catalogue.releases[first]}.`;
  }

  #gone(variants: readonly CatalogueEntry[]): string {
    const last = variants.map(({ until }) => (until === undefined ? undefined : this.#order.get(until)));
    const positions = last.filter((position) => position !== undefined);
    if (positions.length < last.length) return '';
    return `@deprecated Until ${this.catalogue.releases[Math.max(...positions)]}.`;
  }
}

function rolesDoc(variants: readonly CatalogueEntry[]): string {
  const use = listed(variants.flatMap((variant) => ('role' in variant ? variant.role : [])));
  const read = listed(variants.flatMap((variant) => ('read' in variant ? variant.read : [])));
  if (use && read && use !== read) return `Roles: ${use}; to read: ${read}.`;
  return use || read ? `Roles: ${use || read}.` : '';
}

const listed = (roles: readonly Role[]) => [...new Set(roles)].sort().join(', ');
