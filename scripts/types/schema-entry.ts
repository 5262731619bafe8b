import type { CatalogueEntry, EventField, Parameter, Role, ValueType } from '#xapi';
import {
  checkSchema,
  EntrySchema,
  FieldSchema,
  ParameterSchema,
  ScalarFieldSchema,
  ValueSchema,
  type ValueSpace,
} from './schema-shapes.ts';

type Node = Readonly<Record<string, unknown>>;

/** What the schema says of one path, as the catalogue says it. @throws SchemaError */
export function readEntry(type: CatalogueEntry['type'], path: string, node: Node): CatalogueEntry {
  const place = `${type} ${path}`;
  const { role, read, multiline } = checkSchema(EntrySchema, node, place);
  const base = { path, products: ['device'], since: '', role: roles(role) };
  switch (type) {
    case 'Command':
      return {
        type,
        ...base,
        params: readParameters(node, place),
        ...(multiline === 'True' && { multiline: true }),
      };
    case 'Event':
      return {
        type,
        path,
        products: ['device'],
        since: '',
        read: roles(read),
        fields: readFields(node, place),
      };
    case 'Status':
      return { type, ...base, value: readValue(node, place) };
    case 'Configuration':
      return {
        type,
        ...base,
        read: roles(read),
        default: checkSchema(ValueSchema, node, place).default ?? '',
        value: readValue(node, place),
      };
  }
}

function readParameters(node: Node, place: string): Parameter[] {
  return below(node).map(([name, given]) => {
    const at = `${place} ${name}`;
    const parameter = checkSchema(ParameterSchema, only(given), at);
    return {
      name,
      ...valueType(parameter.ValueSpace),
      ...(parameter.required === 'True' && { required: true }),
      ...(parameter.default !== undefined && { default: parameter.default }),
    };
  });
}

function readFields(node: Node, place: string): Readonly<Record<string, EventField>> {
  const fields = below(node).map(([name, given]): [string, EventField] => {
    const field = readField(only(given), `${place} ${name}`);
    return [name, Array.isArray(given) ? { ...field, multiple: true } : field];
  });
  return Object.fromEntries(fields);
}

/** In a field with a type, `Value` is its literals; in one without, a field like the others. */
function readField(node: unknown, place: string): EventField {
  const { type, required } = checkSchema(FieldSchema, node, place);
  const flags = required === 'True' ? { required: true as const } : {};
  if (type === undefined) return { ...flags, children: readFields(node as Node, place) };
  const scalar = checkSchema(ScalarFieldSchema, node, place);
  return { ...flags, type: scalar.type, ...(scalar.Value && { values: scalar.Value }) };
}

const readValue = (node: Node, place: string) => valueType(checkSchema(ValueSchema, node, place).ValueSpace);

function valueType(space: ValueSpace): ValueType {
  const { type, Value, Min, Max, MinLength, MaxLength } = space;
  return {
    type,
    ...(Value && { values: Value }),
    ...(Min !== undefined && { min: Min }),
    ...(Max !== undefined && { max: Max }),
    ...(MinLength !== undefined && { minLength: MinLength }),
    ...(MaxLength !== undefined && { maxLength: MaxLength }),
  };
}

/** Names with a capital are children. */
const below = (node: Node) => Object.entries(node).filter(([name]) => /^[A-Z]/.test(name));

/** What may be repeated stands in an array of one. */
const only = (given: unknown): unknown => (Array.isArray(given) ? given[0] : given);

/** Whichever there are: they only stand in comments. */
const roles = (all: readonly { readonly Name: string }[]) => all.map(({ Name }) => Name as Role);
