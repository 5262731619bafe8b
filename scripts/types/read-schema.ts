import type { Catalogue, CatalogueEntry } from '#xapi';
import { readEntry } from './schema-entry.ts';
import { SchemaError } from './schema-shapes.ts';

type EntryType = CatalogueEntry['type'];
type Branch = Readonly<Record<string, unknown>>;

/** The roots as a device names them, and as jsxapi's `generate-api` saves them. */
const ROOTS: Readonly<Record<string, EntryType>> = {
  Command: 'Command',
  Configuration: 'Configuration',
  Event: 'Event',
  Status: 'Status',
  StatusSchema: 'Status',
};

/**
 * A device's own schema, as `xDoc` answers it for each root, `{Command: {…}, Status: {…}, …}`, as a catalogue of
 * that one device: names with a capital are children, others are attributes, and a list is an array of items with
 * an `id`. What is not public is left out.
 *
 * @throws SchemaError
 */
export function readSchema(schema: unknown): Catalogue {
  if (!isBranch(schema)) throw new SchemaError('the file', 'an object is expected');
  const roots = Object.entries(schema).filter(([name]) => name in ROOTS);
  if (roots.length === 0) {
    throw new SchemaError('the file', `one of ${Object.keys(ROOTS).join(', ')} is expected`);
  }
  const entries = roots.flatMap(([name, root]) => [...entriesBelow(ROOTS[name] ?? 'Command', root, '')]);
  return { releases: [''], productNames: { device: 'this device' }, entries };
}

function* entriesBelow(type: EntryType, node: unknown, path: string): Generator<CatalogueEntry> {
  if (!isBranch(node)) throw new SchemaError(`${type} ${path}`.trim(), 'an object is expected');
  for (const [name, child] of children(node)) {
    const below = `${path} ${name}`.trim();
    const isList = Array.isArray(child) && (type === 'Status' || type === 'Configuration');
    if (!isList) yield* entriesAt(type, child, below);
    else for (const item of child) yield* entriesAt(type, item, `${below}[${indexOf(item)}]`);
  }
}

function* entriesAt(type: EntryType, node: unknown, path: string): Generator<CatalogueEntry> {
  if (!isBranch(node) || !isEntry(type, node)) yield* entriesBelow(type, node, path);
  else if ((node.access ?? 'public-api') === 'public-api') yield readEntry(type, path, node);
}

function isEntry(type: EntryType, node: Branch): boolean {
  if (type === 'Command') return node.command === 'True';
  if (type !== 'Event') return 'ValueSpace' in node;
  return node.event === 'True' || children(node).some(([, field]) => isBranch(field) && 'type' in field);
}

const children = (node: Branch) => Object.entries(node).filter(([name]) => /^[A-Z]/.test(name));

/** `n` stands for any index. */
function indexOf(item: unknown): string {
  const id = isBranch(item) ? String(item.id) : '';
  return /^\d+(\.\.\d+)?$/.test(id) ? id : 'n';
}

const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
