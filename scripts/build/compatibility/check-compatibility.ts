import { type CatalogueIndex, catalogueIndex } from '#simulator/device/catalogue-index';
import { UnknownProductError } from '#simulator/device/product';
import { type CatalogueEntry, loadCatalogue } from '#xapi';
import type { ApiLeaf, KnownPath } from './api-leaf.ts';
import type { CompatibilityFault } from './compatibility-fault.ts';
import { listedRelease } from './listed-release.ts';
import { matchPath } from './match-path.ts';
import { type CheckedBundle, useFaults } from './use-faults.ts';
import { splitPath } from './xapi-path.ts';
import type { XapiUse } from './xapi-use.ts';

export interface DeviceKind {
  /** The name on the box, as Status `SystemUnit ProductPlatform` says it: `Room Kit Mini`. */
  readonly product: string;
  /** As Status `SystemUnit Software Version` says it, or shorter: `11.14`. */
  readonly release: string;
}

/**
 * What a macro uses and a kind of device does not have, by the published catalogue. Of a product or release that
 * the catalogue does not know there is one fault, which does not block.
 */
export function checkCompatibility(bundle: CheckedBundle, kind: DeviceKind): CompatibilityFault[] {
  const device = `${kind.product} on ${kind.release}`;
  const index = findIndex(kind);
  if (typeof index !== 'string') return useFaults(bundle, device, (use) => lookUp(index, use));
  const message = `${bundle.name} cannot be checked for ${device}: ${index}`;
  return [{ code: 'unknown-device', message, blocks: false }];
}

/** Or why there is none. */
function findIndex({ product, release }: DeviceKind): CatalogueIndex | string {
  const listed = listedRelease(loadCatalogue().releases, release);
  if (listed === undefined) return `no release ${release} is known`;
  try {
    return catalogueIndex(product, listed);
  } catch (error) {
    if (error instanceof UnknownProductError) return error.message;
    throw error;
  }
}

function lookUp(index: CatalogueIndex, { kind, path }: XapiUse): KnownPath | undefined {
  const segments = splitPath(path);
  switch (kind) {
    case 'Command':
      return matchPath(index.command, segments, leafOf);
    case 'Status':
      return matchPath(index.status, segments, leafOf);
    case 'Config':
      return matchPath(index.configuration, segments, leafOf);
    case 'Event':
      return matchPath(index.event, segments, leafOf);
  }
}

const leafOf = (entry: CatalogueEntry): ApiLeaf => ({
  parameters:
    entry.type === 'Command'
      ? entry.params.map(({ name, required = false }) => ({ name, isRequired: required }))
      : [],
  fields: entry.type === 'Event' ? Object.keys(entry.fields) : [],
});
