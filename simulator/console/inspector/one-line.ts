import type { Json } from '../../device/types.ts';

/** Parameters as they fit into a line: `Level: 45, Name: "room-lights"`; other values as JSON. */
export function oneLine(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, item]) => `${name}: ${JSON.stringify(item)}`)
    .join(', ');
}
