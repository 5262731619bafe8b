import { type SchemaNode, schemaNode } from '#simulator/device/schema-node';
import type { ApiLeaf } from './api-leaf.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The nested form that a device answers to `xDoc` (type Schema): names with a capital are children. */
export function readSchema(name: string, schema: unknown): SchemaNode<ApiLeaf> {
  const node = schemaNode<ApiLeaf>(name);
  if (Array.isArray(schema)) {
    for (const item of schema) node.items.set(indexOf(item), readSchema(name, item));
  } else if (isFields(schema)) {
    if (isLeaf(schema)) node.entry = leafOf(schema);
    else
      for (const [key, child] of below(schema)) node.children.set(key.toLowerCase(), readSchema(key, child));
  }
  return node;
}

/** Items without a number stand for all of them. */
function indexOf(item: unknown): number | 'n' {
  const id = isFields(item) ? Number(item.id) : Number.NaN;
  return Number.isInteger(id) ? id : 'n';
}

const isLeaf = (schema: Fields) => 'command' in schema || 'event' in schema || 'ValueSpace' in schema;

const leafOf = (schema: Fields): ApiLeaf => ({
  parameters: below(schema).map(([name, parameter]) => ({ name, isRequired: isRequired(parameter) })),
  fields: below(schema).map(([name]) => name),
});

/** A parameter that may be repeated is a list of one. */
function isRequired(parameter: unknown): boolean {
  const [fields] = Array.isArray(parameter) ? parameter : [parameter];
  return isFields(fields) && String(fields.required) === 'True';
}

const below = (schema: Fields) => Object.entries(schema).filter(([key]) => /^[A-Z]/.test(key));

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
