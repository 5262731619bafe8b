import * as v from 'valibot';

type Schema = v.ObjectEntries[string];

/** Whether a schema is marked with `v.metadata({ secret: true })`, itself or inside `v.optional` and its like. */
export function isSecret(schema: Schema | undefined): boolean {
  if (!schema) return false;
  if (v.getMetadata(schema).secret === true) return true;
  return 'wrapped' in schema && isSecret(schema.wrapped as Schema);
}
