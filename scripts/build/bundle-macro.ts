import { createHash } from 'node:crypto';
import { readUses } from './compatibility/read-uses.ts';
import { compileMacro, HASH_PLACE } from './compile-macro.ts';
import { macroBuildError } from './macro-build-error.ts';
import type { MacroBundle } from './macro-bundle.ts';
import type { Fault } from './refuse/fault.ts';
import { findFaults } from './refuse/find-faults.ts';
import type { CheckedSettings } from './settings/read-settings.ts';
import { placeText, type SourcePlaces, sourcePlaces } from './source-places.ts';
import { resolveScopes } from './syntax/resolve-scopes.ts';
import { parseModule } from './syntax/syntax-tree.ts';

export interface BundleRequest {
  readonly name: string;
  readonly version: string;
  readonly settings: CheckedSettings;
}

/** Builds one macro and reads what it needs. @throws UserError `macro-build-failed` with every fault and its place */
export async function bundleMacro(root: string, request: BundleRequest): Promise<MacroBundle> {
  const { name, version, settings } = request;
  const { code, map } = await compileMacro(root, { name, version, settings: settings.values });
  const tree = parseModule(code);
  const scopes = resolveScopes(tree);
  const places = sourcePlaces(code, map);
  const faults = findFaults(tree, scopes);
  if (faults.length > 0) throw macroBuildError(name, faultLines(faults, places));
  const hash = createHash('sha256').update(code).digest('hex');
  const source = code.replaceAll(HASH_PLACE, hash);
  const uses = readUses(tree, scopes, places);
  return { name, source, hash, bytes: Buffer.byteLength(source), map, uses, secrets: settings.secrets };
}

function faultLines(faults: readonly Fault[], places: SourcePlaces): string[] {
  const lines = faults.map(({ offset, text }) => {
    const place = places.placeOf(offset);
    return place ? `${placeText(place)}: ${text}` : text;
  });
  return [...new Set(lines)];
}
