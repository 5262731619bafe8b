import { type CatalogueIndex, catalogueIndex } from '#simulator/device/catalogue-index';
import { UnknownProductError } from '#simulator/device/product';
import { type CatalogueEntry, loadCatalogue } from '#xapi';
import type { ApiLeaf, KnownPath } from './api-leaf.ts';
import type { CompatibilityFault } from './compatibility-fault.ts';
import { listedNeighbours } from './listed-neighbours.ts';
import { matchPath } from './match-path.ts';
import { type CheckedBundle, type Finding, findingsOf, useFaults } from './use-faults.ts';
import { splitPath } from './xapi-path.ts';
import type { XapiUse } from './xapi-use.ts';

export interface DeviceKind {
  /** The name on the box, as Status `SystemUnit ProductPlatform` says it: `Room Bar`. */
  readonly product: string;
  /** As Status `SystemUnit Software Version` says it, or shorter: `11.14`. */
  readonly release: string;
}

/**
 * What a macro uses and a kind of device does not have, by the published catalogue. The catalogue knows some releases:
 * of one in between, or newer, it can be sure only where the releases before and after it agree. Of a product or
 * release that it does not know at all there is one fault, which does not block.
 */
export function checkCompatibility(bundle: CheckedBundle, kind: DeviceKind): CompatibilityFault[] {
  const device = `${kind.product} on ${kind.release}`;
  try {
    const { before, after } = findIndexes(kind);
    return useFaults(bundle, device, (use) => {
      const findings = findingsOf(use, lookUp(before, use));
      if (before === after) return findings;
      return onlyWhereSure(findings, after ? findingsOf(use, lookUp(after, use)) : []);
    });
  } catch (error) {
    if (!(error instanceof UnknownProductError)) throw error;
    const message = `${bundle.name} cannot be checked for ${device}: ${error.message}`;
    return [{ code: 'unknown-device', message, blocks: false }];
  }
}

/** @throws UnknownProductError */
function findIndexes({ product, release }: DeviceKind) {
  const { releases } = loadCatalogue();
  const listed = listedNeighbours(releases, release);
  if (!listed) throw new UnknownProductError(`no release ${release} is known; the oldest is ${releases[0]}`);
  const before = catalogueIndex(product, listed.before);
  return { before, after: listed.after && catalogueIndex(product, listed.after) };
}

const onlyWhereSure = (findings: readonly Finding[], others: readonly Finding[]): Finding[] =>
  findings.map((finding) => {
    const isSure = others.some(({ code, part }) => code === finding.code && part === finding.part);
    return isSure ? finding : { code: 'cannot-be-checked', part: finding.part };
  });

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
