import type { EventField, ValueType } from '#xapi';
import type { LiteralNames } from './literal-names.ts';

/** A member's name as TypeScript writes it: `Option.1` needs quotes. */
export const memberName = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);

/** The type of a value that a macro reads: everything is text. */
export function readType({ type, values }: ValueType, names: LiteralNames): string {
  if (type === 'Integer') return 'IntegerText';
  return type === 'Literal' ? literalText(values, names) : 'string';
}

/** The type of a value that a macro passes to a command. */
export function inputType(value: ValueType, names: LiteralNames): string {
  const { type, values } = value;
  if (type.endsWith('Array')) return `Repeatable<${inputType(itemOf(value), names)}>`;
  if (type === 'Integer') return 'Input<IntegerText>';
  if (type === 'String') return 'Input<string>';
  const text = literalText(values, names);
  return values?.every(isOnlyText) ? text : `Input<${text}>`;
}

const ITEM_TYPES = { IntegerArray: 'Integer', LiteralArray: 'Literal', StringArray: 'String' } as const;

const itemOf = (value: ValueType): ValueType => ({
  ...value,
  type: value.type in ITEM_TYPES ? ITEM_TYPES[value.type as keyof typeof ITEM_TYPES] : value.type,
});

/** Nothing in JavaScript but the text itself stands for it. */
const isOnlyText = (literal: string) => !['True', 'False'].includes(literal) && Number.isNaN(Number(literal));

/** `string` where the schema does not name the literals. */
const literalText = (values: readonly string[] | undefined, names: LiteralNames) =>
  values && values.length > 0 ? names.text(values) : 'string';

/** An event's payload, nested as the device nests it. */
export function payloadType(
  fields: Readonly<Record<string, EventField>>,
  names: LiteralNames,
  indent: string,
): string {
  const members = Object.entries(fields).map(([name, field]) => {
    const optional = field.required ? '' : '?';
    return `${indent}  readonly ${memberName(name)}${optional}: ${fieldType(field, names, `${indent}  `)};\n`;
  });
  return members.length > 0 ? `{\n${members.join('')}${indent}}` : '{}';
}

function fieldType(field: EventField, names: LiteralNames, indent: string): string {
  const single = field.children ? payloadType(field.children, names, indent) : scalarType(field, names);
  return field.multiple ? `readonly (${single})[]` : single;
}

const scalarType = ({ type, values }: EventField, names: LiteralNames) =>
  type === 'int' ? 'IntegerText' : type === 'literal' ? literalText(values, names) : 'string';
