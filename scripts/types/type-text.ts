import type { EventField, ValueType } from '#xapi';

/** A set of literals as a TypeScript union; `string` when the catalogue does not name them. */
const literals = (values: readonly string[] = []) =>
  values.length > 0 ? values.map((value) => `'${value.replaceAll("'", "\\'")}'`).join(' | ') : 'string';

/** A member's name as TypeScript writes it: `Option.1` needs quotes. */
export const memberName = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);

/** The type of a value that a macro reads: everything is text. */
export function readType({ type, values }: ValueType): string {
  if (type === 'Integer') return 'IntegerText';
  return type === 'Literal' ? literals(values) : 'string';
}

/** The type of a value that a macro passes to a command. */
export function inputType({ type, values }: ValueType): string {
  const one = { Integer: 'IntegerInput', Literal: literals(values), String: 'string' };
  switch (type) {
    case 'IntegerArray':
      return `readonly ${one.Integer}[]`;
    case 'LiteralArray':
      return `readonly (${one.Literal})[]`;
    case 'StringArray':
      return 'readonly string[]';
    default:
      return one[type];
  }
}

/** The type of one field of an event's payload. */
export function eventFieldType(field: EventField): string {
  const single = field.children ? eventPayloadType(field.children) : eventValueType(field);
  return field.multiple ? `readonly (${single})[]` : single;
}

const eventValueType = ({ type, values }: EventField) =>
  type === 'int' ? 'IntegerText' : type === 'literal' ? literals(values) : 'string';

export function eventPayloadType(fields: Readonly<Record<string, EventField>>): string {
  const members = Object.entries(fields).map(
    ([name, field]) => `readonly ${memberName(name)}${field.required ? '' : '?'}: ${eventFieldType(field)}`,
  );
  return members.length > 0 ? `{ ${members.join('; ')} }` : '{}';
}
