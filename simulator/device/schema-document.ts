import type {
  CatalogueEntry,
  CommandEntry,
  ConfigurationEntry,
  EventEntry,
  EventField,
  Parameter,
  Role,
  StatusEntry,
  ValueType,
} from '#xapi';
import type { SchemaNode } from './schema-node.ts';
import type { Json, JsonObject } from './types.ts';

/**
 * A part of the catalogue in the nested form that `xDoc` answers and jsxapi's `generate-api` reads: names with a
 * capital are children, others are attributes, and booleans are texts.
 */
export function schemaDocument<Entry extends CatalogueEntry>(node: SchemaNode<Entry>): Json {
  if (node.entry) return entryDocument(node.entry);
  if (node.items.size > 0) {
    return [...node.items].map(([id, item]) => Object.assign({ id: String(id) }, schemaDocument(item)));
  }
  return children(node);
}

function children<Entry extends CatalogueEntry>(node: SchemaNode<Entry>): JsonObject {
  const below = [...node.children.values()].map((child) => [child.name, schemaDocument(child)]);
  return Object.fromEntries(below) as JsonObject;
}

function entryDocument(entry: CatalogueEntry): JsonObject {
  if (entry.type === 'Command') return commandDocument(entry);
  if (entry.type === 'Event') return eventDocument(entry);
  return valueDocument(entry);
}

const PUBLIC = { access: 'public-api' };
const roles = (names: readonly Role[]): Json => names.map((role) => ({ Name: role }));

function commandDocument(entry: CommandEntry): JsonObject {
  const parameters = entry.params.map((parameter) => {
    const document = parameterDocument(parameter);
    return [parameter.name, parameter.multiple === undefined ? document : [document]];
  });
  return {
    command: 'True',
    ...PUBLIC,
    ...(entry.multiline && { multiline: 'True' }),
    role: roles(entry.role),
    ...Object.fromEntries(parameters),
  };
}

function parameterDocument(parameter: Parameter): JsonObject {
  return {
    required: parameter.required ? 'True' : 'False',
    ...(parameter.default !== undefined && { default: parameter.default }),
    ValueSpace: valueSpace(parameter),
  };
}

function valueDocument(entry: StatusEntry | ConfigurationEntry): JsonObject {
  return {
    ...PUBLIC,
    ...(entry.type === 'Configuration' && { default: entry.default, read: roles(entry.read) }),
    role: roles(entry.role),
    ValueSpace: valueSpace(entry.value),
  };
}

function valueSpace({ type, values, min, max, minLength, maxLength }: ValueType): JsonObject {
  return {
    type,
    ...(values && { Value: values }),
    ...(min !== undefined && { Min: String(min) }),
    ...(max !== undefined && { Max: String(max) }),
    ...(minLength !== undefined && { MinLength: String(minLength) }),
    ...(maxLength !== undefined && { MaxLength: String(maxLength) }),
  };
}

function eventDocument(entry: EventEntry): JsonObject {
  return { event: 'True', ...PUBLIC, read: roles(entry.read), ...fieldDocuments(entry.fields) };
}

function fieldDocuments(fields: Readonly<Record<string, EventField>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const document = fieldDocument(field);
      return [name, field.multiple ? [document] : document];
    }),
  );
}

function fieldDocument({ type, required, values, children: below }: EventField): JsonObject {
  return {
    ...(required && { required: 'True' }),
    ...(type && { type }),
    ...(values && { Value: values }),
    ...(below && fieldDocuments(below)),
  };
}
