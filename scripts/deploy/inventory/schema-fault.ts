import type * as v from 'valibot';
import { DefaultsSchema, DeviceSchema, InventorySchema } from './inventory-schema.ts';
import type { Fault } from './yaml-file.ts';

/** What the schema has against the file, in words: where, what was expected and what was found. */
export function schemaFault(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path, text: `no such setting. Known: ${knownKeys(path).join(', ')}` };
  }
  const isPattern = issue.type === 'regex' || issue.type === 'non_empty';
  return {
    path,
    text: `expected ${isPattern ? issue.message : issue.expected}, found ${found(issue, path)}`,
  };
}

function knownKeys(path: Fault['path']): string[] {
  if (path.length === 1) return Object.keys(InventorySchema.entries);
  return Object.keys((path[0] === 'defaults' ? DefaultsSchema : DeviceSchema).entries);
}

/** A secret that somebody wrote into the file must not go on into a log. */
function found({ input, received }: v.BaseIssue<unknown>, path: Fault['path']): string {
  if (input === undefined) return 'nothing';
  const key = path.at(-1);
  if (key === 'password' || key === 'token' || path.includes('settings')) return 'something else';
  if (key === 'address' && /@/.test(String(input))) return 'one with a user in it';
  return received;
}
