import type { Json, Path, Update } from '#simulator/device/types';

/**
 * What of an update a listener on a path gets to see: one value for each place that matches, relative to the
 * path, as jsxapi does it. An item of a list matches with its id and without; `*` stands for no segment.
 */
export function valuesBelow(update: Update, path: Path): Json[] {
  const wanted = path.filter((segment) => segment !== '*').map((segment) => String(segment).toLowerCase());
  return [...matches(update, wanted)];
}

function* matches(value: Json, wanted: readonly string[]): Generator<Json> {
  if (isList(value)) {
    for (const item of value) {
      yield* matches(item, wanted);
      if (idOf(item) === wanted[0]) yield* matches(item, wanted.slice(1));
    }
    return;
  }
  const [first, ...rest] = wanted;
  if (first === undefined) {
    yield value;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    if (key.toLowerCase() === first) yield* matches(below, rest);
  }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function idOf(item: Json): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined;
  return String(item.id);
}
