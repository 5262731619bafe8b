import { digTree } from '../build-tree.ts';
import type { Caller, Device, Json, JsonObject, Path } from '../types.ts';

const DEVICE: Caller = { origin: 'device', roles: ['Admin'] };

/** Sets a status, or those of its fields, that this product and release has. */
export function setIfKnown(device: Device, path: Path, value: Json): void {
  if (!device.knows(['Status', ...path])) return;
  device.setStatus(path, isObject(value) ? knownFields(device, path, value) : value);
}

/** Raises an event that this product and release has. */
export function raiseIfKnown(device: Device, path: Path, value: JsonObject): void {
  if (device.knows(['Event', ...path])) device.raise(path, value);
}

/**
 * Tells of changes at a status path, or of a list's items, whoever made them: so the screen stays in step with
 * statuses that are set from outside.
 */
export function followIfKnown(device: Device, path: Path, listener: (changed: Json) => void): void {
  const query = ['Status', ...path];
  if (!device.knows(query)) return;
  device.subscribe(DEVICE, query, (update) => {
    const changed = digTree(update, query);
    for (const each of Array.isArray(changed) ? changed : [changed]) listener(each);
  });
}

function knownFields(device: Device, path: Path, fields: JsonObject): JsonObject {
  const known = Object.entries(fields).filter(
    ([name]) => name === 'id' || name === 'ghost' || device.knows(['Status', ...path, name]),
  );
  return Object.fromEntries(known);
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
