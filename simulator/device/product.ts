import type { Catalogue } from '#xapi';

/** Asked for a product or release that the catalogue does not have. The message names those it has. */
export class UnknownProductError extends Error {
  override readonly name = 'UnknownProductError';
}

/** The catalogue's code name of a product, such as `helix_55` of `Board Pro 55`. @throws UnknownProductError */
export function productCode(catalogue: Catalogue, product: string): string {
  const wanted = product.toLowerCase();
  const found = Object.entries(catalogue.productNames).find(
    ([code, name]) => code === wanted || name.toLowerCase() === wanted,
  );
  if (found) return found[0];
  const known = Object.values(catalogue.productNames).join(', ');
  throw new UnknownProductError(`no product is called "${product}"; known: ${known}`);
}

/** The newest listed release that a short form such as `26.4` stands for. @throws UnknownProductError */
export function fullRelease(catalogue: Catalogue, release: string): string {
  const found = catalogue.releases.findLast((each) => each === release || each.startsWith(`${release}.`));
  if (found) return found;
  throw new UnknownProductError(`no release is called "${release}"; known: ${catalogue.releases.join(', ')}`);
}
