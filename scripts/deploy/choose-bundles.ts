import type { MacroBundle } from '#scripts/build/bundle-macros';
import { UserError } from '#scripts/lib/user-error';

/** The named macros, or all without a name. @throws UserError `unknown-macro` that lists the known ones */
export function chooseBundles(
  bundles: readonly MacroBundle[],
  names: readonly string[],
): readonly MacroBundle[] {
  const known = bundles.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new UserError(
      'unknown-macro',
      `There is no macro ${unknown.join(', ')}. Known: ${known.join(', ')}.`,
      2,
    );
  }
  return names.length === 0 ? bundles : bundles.filter(({ name }) => names.includes(name));
}
