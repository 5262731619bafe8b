import * as v from 'valibot';
import { UserError } from '#scripts/lib/user-error';
import type { CatalogueEntry, EventField, Parameter, Role, ValueType } from '#xapi';

/** A device's schema that is not what one is; says where. */
export class SchemaError extends UserError {
  constructor(place: string, fault: string) {
    super('bad-schema', `This is no schema of a device: ${place}: ${fault}.`);
  }
}

type Node = Readonly<Record<string, unknown>>;

const FlagSchema = v.optional(v.picklist(['True', 'False']), 'False');
const CountSchema = v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.finite()));
const ListSchema = v.union([
  v.array(v.string()),
  v.pipe(
    v.string(),
    v.transform((only) => [only]),
  ),
]);
const RolesSchema = v.optional(v.array(v.object({ Name: v.string() })), []);

/** A type that is not known here takes any text. */
const TypeSchema = v.fallback(
  v.picklist(['Literal', 'Integer', 'String', 'LiteralArray', 'IntegerArray', 'StringArray']),
  'String',
);

const ValueSpaceSchema = v.object({
  type: TypeSchema,
  Value: v.optional(ListSchema),
  Min: CountSchema,
  Max: CountSchema,
  MinLength: CountSchema,
  MaxLength: CountSchema,
});

const EntrySchema = v.object({ role: RolesSchema, read: RolesSchema, multiline: FlagSchema });
const ValueSchema = v.object({ default: v.optional(v.string()), ValueSpace: ValueSpaceSchema });
const ParameterSchema = v.object({ ...ValueSchema.entries, required: FlagSchema });
const FieldSchema = v.object({ type: v.optional(v.string()), required: FlagSchema });
const ScalarSchema = v.object({
  type: v.picklist(['string', 'int', 'literal']),
  Value: v.optional(ListSchema),
});

/** What the schema says of one path, as the catalogue says it. @throws SchemaError */
export function readEntry(type: CatalogueEntry['type'], path: string, node: Node): CatalogueEntry {
  const place = `${type} ${path}`;
  const { role, read, multiline } = check(EntrySchema, node, place);
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
        default: check(ValueSchema, node, place).default ?? '',
        value: readValue(node, place),
      };
  }
}

function readParameters(node: Node, place: string): Parameter[] {
  return below(node).map(([name, given]) => {
    const at = `${place} ${name}`;
    const parameter = check(ParameterSchema, only(given), at);
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
  const { type, required } = check(FieldSchema, node, place);
  const flags = required === 'True' ? { required: true as const } : {};
  if (type === undefined) return { ...flags, children: readFields(node as Node, place) };
  const scalar = check(ScalarSchema, node, place);
  return { ...flags, type: scalar.type, ...(scalar.Value && { values: scalar.Value }) };
}

const readValue = (node: Node, place: string) => valueType(check(ValueSchema, node, place).ValueSpace);

function valueType(space: v.InferOutput<typeof ValueSpaceSchema>): ValueType {
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

const roles = (all: readonly { readonly Name: string }[]) => all.map(({ Name }) => Name as Role);

function check<Schema extends v.GenericSchema>(schema: Schema, node: unknown, place: string) {
  const result = v.safeParse(schema, node);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new SchemaError(`${place} ${v.getDotPath(issue) ?? ''}`.trim(), issue.message.toLowerCase());
}
