import type { Device, Json, JsonObject, Path } from '../types.ts';

/** Sets a status, or those of its fields, that this product and release has. */
export function setIfKnown(device: Device, path: Path, value: Json): void {
  if (!device.knows(['Status', ...path])) return;
  device.setStatus(path, isObject(value) ? knownFields(device, path, value) : value);
}

/** Raises an event that this product and release has. */
export function raiseIfKnown(device: Device, path: Path, value: JsonObject): void {
  if (device.knows(['Event', ...path])) device.raise(path, value);
}

function knownFields(device: Device, path: Path, fields: JsonObject): JsonObject {
  const known = Object.entries(fields).filter(
    ([name]) => name === 'id' || name === 'ghost' || device.knows(['Status', ...path, name]),
  );
  return Object.fromEntries(known);
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
