import type { ConfigurationEntry, EventEntry, StatusEntry } from '#xapi';
import type { Availability } from './availability.ts';
import type { PathVariants } from './group-entries.ts';
import type { LiteralNames } from './literal-names.ts';
import { mergeValues } from './merge-values.ts';
import type { Leaf } from './path-tree.ts';
import { payloadType, readType } from './type-text.ts';
import { valueDoc } from './value-doc.ts';

/** A status or a configuration as the type of its text. */
export function valueLeaf(
  { variants }: PathVariants<StatusEntry | ConfigurationEntry>,
  names: LiteralNames,
  availability: Availability,
): Leaf {
  const value = mergeValues(variants.map((variant) => variant.value));
  const [first, ...others] = new Set(variants.map((each) => ('default' in each ? each.default : undefined)));
  const onlyDefault = first !== undefined && others.length === 0 ? { default: first } : {};
  return {
    text: readType(value, names),
    doc: availability.doc(variants, valueDoc({ ...value, ...onlyDefault })),
  };
}

/** An event with its payload. */
export function eventLeaf(
  { variants }: PathVariants<EventEntry>,
  names: LiteralNames,
  availability: Availability,
): Leaf {
  const fields = Object.assign({}, ...variants.map((variant) => variant.fields));
  return { text: payloadType(fields, names, ''), doc: availability.doc(variants) };
}
