import * as v from 'valibot';

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with any fields. A record of valibot alone would take an array, too. */
export const JsonObjectSchema = v.pipe(
  v.custom<Record<string, unknown>>(isObject, 'must be an object'),
  v.record(v.string(), v.unknown()),
);
