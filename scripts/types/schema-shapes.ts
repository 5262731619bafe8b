import * as v from 'valibot';
import { UserError } from '#scripts/lib/user-error';

/** A device's schema that is not what one is; says where. */
export class SchemaError extends UserError {
  constructor(place: string, fault: string) {
    super('bad-schema', `This is no schema of a device: ${place}: ${fault}.`);
  }
}

const TextSchema = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const CountSchema = v.optional(v.pipe(TextSchema, v.transform(Number), v.finite()));
const FlagSchema = v.optional(v.picklist(['True', 'False']), 'False');
const RolesSchema = v.optional(v.array(v.object({ Name: v.string() })), []);
const ListSchema = v.union([
  v.array(TextSchema),
  v.pipe(
    TextSchema,
    v.transform((only) => [only]),
  ),
]);

const ValueSpaceSchema = v.object({
  /** A type that is not known here takes any text. */
  type: v.fallback(
    v.picklist(['Literal', 'Integer', 'String', 'LiteralArray', 'IntegerArray', 'StringArray']),
    'String',
  ),
  Value: v.optional(ListSchema),
  Min: CountSchema,
  Max: CountSchema,
  MinLength: CountSchema,
  MaxLength: CountSchema,
});
export type ValueSpace = v.InferOutput<typeof ValueSpaceSchema>;

export const EntrySchema = v.object({ role: RolesSchema, read: RolesSchema, multiline: FlagSchema });
export const ValueSchema = v.object({ default: v.optional(TextSchema), ValueSpace: ValueSpaceSchema });
export const ParameterSchema = v.object({ ...ValueSchema.entries, required: FlagSchema });
export const FieldSchema = v.object({ type: v.optional(v.string()), required: FlagSchema });
export const ScalarFieldSchema = v.object({
  type: v.picklist(['string', 'int', 'literal']),
  Value: v.optional(ListSchema),
});

/** @throws SchemaError naming the place */
export function checkSchema<Shape extends v.GenericSchema>(shape: Shape, node: unknown, place: string) {
  const result = v.safeParse(shape, node);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new SchemaError(`${place} ${v.getDotPath(issue) ?? ''}`.trim(), issue.message.toLowerCase());
}
