import type { EventEntry, EventField } from '#xapi';
import type { Leaf } from './build-tree.ts';
import type { Subscription } from './feedback.ts';
import { matchPath } from './match-path.ts';
import { hasRole, readersOf } from './permission.ts';
import type { Json, JsonObject, Path } from './types.ts';

/**
 * What of an event concerns a subscription: the whole of it, or the fields that it names, as in
 * `Event UserInterface Extensions Widget Action WidgetId`.
 */
export function eventLeaves(
  { query, caller }: Subscription,
  entry: EventEntry,
  path: Path,
  value: JsonObject,
): Leaf[] {
  if (!hasRole(caller, readersOf(entry))) return [];
  if (matchPath(query, path)) return [{ path, value }];
  return Object.entries(value)
    .map(([field, below]) => ({ path: [...path, field], value: below }))
    .filter((leaf) => matchPath(query, leaf.path));
}

/** An event's value with the types that its entry names; what is absent stays out, null included. */
export function eventValue({ fields }: EventEntry, value: JsonObject): JsonObject {
  const present = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(present.map(([name, each]) => [name, fieldValue(fields[name], each)]));
}

function fieldValue(field: EventField | undefined, value: Json): Json {
  if (typeof value === 'object') return value;
  if (field?.type === 'int' && /^-?\d+$/.test(String(value))) return Number(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return field?.type === undefined ? value : String(value);
}
