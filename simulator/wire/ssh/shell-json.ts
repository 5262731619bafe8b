import type { Json, JsonObject, Path } from '../../device/types.ts';

/** What the shell writes beside the values, as they are. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['id', 'ghost']);

/** As the shell writes values in JSON: each in an object of its own, everything as text. */
export function shellJson(value: Json): Json {
  if (isList(value)) return value.map(shellJson);
  if (typeof value !== 'object' || value === null) return { Value: textOf(value) };
  return shellObject(value);
}

export function shellObject(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => [
      name,
      ATTRIBUTES.has(name) && !isBranch(below) ? textOf(below) : shellJson(below),
    ]),
  );
}

/** The tree from the root down to what stands at a path; an index is an item of a list with that `id`. */
export function rootedAt(path: Path, below: Json): Json {
  return path.reduceRight<Json>((tree, segment) => {
    if (typeof segment === 'string') return { [segment]: tree };
    return [{ ...(isBranch(tree) && !isList(tree) ? tree : {}), id: String(segment) }];
  }, below);
}

const isBranch = (value: Json): value is JsonObject | readonly Json[] =>
  typeof value === 'object' && value !== null;
/** `Array.isArray` does not narrow a readonly array away. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function textOf(value: Json): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? '' : String(value);
}
