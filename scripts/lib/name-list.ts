const SHOWN = 20;

/** Names for a message: all of a few, and of many the first ones and how many more there are. */
export function nameList(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const more = names.length - SHOWN;
  return more > 0 ? `${names.slice(0, SHOWN).join(', ')} and ${more} more` : names.join(', ');
}
