import type { Json } from '../../device/types.ts';
import type { JournalEntry } from '../state/control-types.ts';

/** A command as a macro would write it; `undefined` of what is no command. */
export function macroCode({ kind, path, params, body }: JournalEntry): string | undefined {
  if (kind !== 'command') return undefined;
  const parts = [params ?? (body === undefined ? undefined : {}), body];
  const written = parts.filter((part) => part !== undefined).map(source);
  return `xapi.Command.${path.split(' ').join('.')}(${written.join(', ')});`;
}

/** A value as JavaScript, names without quotes where they need none. */
function source(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(source).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, item]) => `${fieldName(name)}: ${source(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

const fieldName = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));
