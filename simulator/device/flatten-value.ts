import type { ValueType } from '#xapi';
import { checkValue, type Scalar } from './check-value.ts';
import { maskSecret } from './mask-secrets.ts';
import { formatPath, type Root } from './path.ts';
import { type Found, findNode } from './schema-node.ts';
import type { Json, JsonObject, Path } from './types.ts';
import { XAPI_ERROR, XapiError } from './xapi-error.ts';

/** A value that is refused is shown up to here. */
const LONGEST_SHOWN = 80;

interface Valued {
  readonly value: ValueType;
}

/** One thing to do to a tree of values: set a leaf, or take an item off a list. */
export type Write<Entry> =
  | { readonly kind: 'set'; readonly path: Path; readonly value: Scalar; readonly entry: Entry }
  | { readonly kind: 'remove'; readonly list: Path; readonly id: number };

/**
 * Takes a value, which may be an object, a list or an item with `id`, apart into single writes, each checked
 * against the catalogue. Nothing is written when any of it is wrong.
 *
 * @throws XapiError that names the path
 */
export function flattenValue<Entry extends Valued>(
  root: Root,
  found: Found<Entry>,
  value: Json,
): Write<Entry>[] {
  const { node, path } = found;
  if (node.entry) return [setLeaf(root, path, node.entry, value)];
  if (node.items.size > 0) return listOf(value).flatMap((item) => flattenListItem(root, found, item));
  if (!isObject(value)) throw bad(`${root} ${formatPath(path)} is no single value`);
  const last = path.at(-1);
  if (typeof last === 'number' && isGhost(value)) {
    return [{ kind: 'remove', list: path.slice(0, -1), id: last }];
  }
  return Object.entries(value)
    .filter(([key]) => key !== 'id')
    .flatMap(([key, below]) => flattenValue(root, nodeBelow(root, found, key), below));
}

function flattenListItem<Entry extends Valued>(root: Root, list: Found<Entry>, value: Json): Write<Entry>[] {
  const id = isObject(value) ? Number(value.id) : Number.NaN;
  if (!Number.isSafeInteger(id) || id < 0) {
    throw bad(`${root} ${formatPath(list.path)} is a list: its items need an id, a whole number`);
  }
  return flattenValue(root, nodeBelow(root, list, id), value);
}

function nodeBelow<Entry>(root: Root, { node, path }: Found<Entry>, segment: string | number): Found<Entry> {
  const found = findNode(node, [segment]);
  if (!found) throw bad(`No such path: ${root} ${formatPath([...path, segment])}`);
  return { node: found.node, path: [...path, ...found.path] };
}

function setLeaf<Entry extends Valued>(root: Root, path: Path, entry: Entry, value: Json): Write<Entry> {
  const checked = checkValue(entry.value, value);
  if (checked !== undefined) return { kind: 'set', path, value: checked, entry };
  const given = JSON.stringify(maskSecret(String(path.at(-1)), value)).slice(0, LONGEST_SHOWN);
  throw bad(`Bad value for ${root} ${formatPath(path)}: ${given}; allowed: ${allowed(entry.value)}`);
}

function allowed({ type, values, min, max, minLength, maxLength }: ValueType): string {
  if (values) return values.join(', ');
  if (type.startsWith('Integer')) return `a whole number ${min ?? '…'} to ${max ?? '…'}`;
  return maxLength === undefined ? 'a text' : `a text of ${minLength ?? 0} to ${maxLength} bytes`;
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isGhost = ({ ghost }: JsonObject) => ghost === true || ghost === 'True';
const bad = (message: string) => new XapiError(XAPI_ERROR.badParameter, message);
