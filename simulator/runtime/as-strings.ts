import type { Json } from '#simulator/device/types';

/** Inside a macro every value is a string: `45` comes as `"45"`, `true` as `"True"`. */
export function asStrings(value: Json): Json {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(asStrings);
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, asStrings(below)]));
}
