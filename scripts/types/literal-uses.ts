import type { Catalogue, EventField } from '#xapi';
import { groupEntries } from './group-entries.ts';
import type { LiteralUse } from './literal-names.ts';
import { mergeParameters } from './merge-parameters.ts';
import { mergeValues } from './merge-values.ts';

/** Every place at which the types name literals. */
export function literalUses(catalogue: Catalogue): LiteralUse[] {
  const commands = groupEntries(catalogue, 'Command').flatMap(({ paths, variants }) =>
    mergeParameters(variants).map(({ name, values }) => useAt([...wordsOf(paths), name], values)),
  );
  const settings = [...groupEntries(catalogue, 'Status'), ...groupEntries(catalogue, 'Configuration')];
  const values = settings.map(({ paths, variants }) =>
    useAt(wordsOf(paths), mergeValues(variants.map(({ value }) => value)).values),
  );
  const fields = groupEntries(catalogue, 'Event').flatMap(({ paths, variants }) =>
    variants.flatMap(({ fields: all }) => fieldUses(wordsOf(paths), all)),
  );
  return [...commands, ...values, ...fields];
}

function fieldUses(words: readonly string[], fields: Readonly<Record<string, EventField>>): LiteralUse[] {
  return Object.entries(fields).flatMap(([name, { values, children }]) => {
    const place = [...words, name];
    return [useAt(place, values), ...(children ? fieldUses(place, children) : [])];
  });
}

const wordsOf = ([path = '']: readonly string[]) => path.replaceAll(/\[[^\]]*\]/g, '').split(' ');
const useAt = (words: readonly string[], values: readonly string[] = []): LiteralUse => ({ words, values });
