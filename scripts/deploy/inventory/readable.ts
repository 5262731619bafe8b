import * as v from 'valibot';

/** What fits of an object: a file that breaks the schema in one place is still looked at in all others. */
export type Readable<Listed> = { readonly [Key in keyof Listed]?: Listed[Key] | undefined };

/** Only the parts of a value that fit the schema. */
export function readable<Listed>(
  { entries }: v.GenericSchema<unknown, Listed> & { entries: v.ObjectEntries },
  value: unknown,
): Readable<Listed> {
  const given = recordOf(value);
  const fitting = Object.entries(entries).filter(([key, schema]) => v.is(schema, given[key]));
  return Object.fromEntries(fitting.map(([key]) => [key, given[key]])) as Readable<Listed>;
}

/** The entries of a map, none where it is something else. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
