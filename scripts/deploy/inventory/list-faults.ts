import { nameList } from '#scripts/lib/name-list';
import type { Path } from './places.ts';
import type { Fault } from './yaml-file.ts';

/** What is wrong with a list of names: some that are not known, where that can be told, and some that come again. */
export function listFaults(path: Path, list: readonly unknown[] = [], known?: readonly string[]): Fault[] {
  return list.flatMap((name, index) => {
    const texts = [];
    if (typeof name === 'string' && known?.includes(name) === false) texts.push(unknownName(name, known));
    if (list.indexOf(name) < index) texts.push(`${name} is named twice`);
    return texts.map((text) => ({ path: [...path, index], text }));
  });
}

export const unknownName = (name: string, known: readonly string[]): string =>
  `expected one of ${nameList(known)}, found ${name}`;
