/** How many sentences can be called back. */
export const HISTORY_BOUND = 50;

/** Adds what was said, oldest first; saying the same twice keeps it once. */
export const remembered = (sentences: readonly string[], sentence: string): readonly string[] =>
  [...sentences.filter((other) => other !== sentence), sentence].slice(-HISTORY_BOUND);

/**
 * What the arrow keys call back. `place` is where one is in the history, `null` when one is writing; past the
 * newest sentence one is writing again. `undefined` when the key does nothing.
 */
export function olderOrNewer(
  sentences: readonly string[],
  place: number | null,
  key: string,
): { readonly place: number | null; readonly sentence: string } | undefined {
  if (key === 'ArrowUp') return at(sentences, (place ?? sentences.length) - 1);
  if (key === 'ArrowDown' && place !== null) return at(sentences, place + 1) ?? { place: null, sentence: '' };
  return undefined;
}

function at(sentences: readonly string[], place: number) {
  const sentence = sentences[place];
  return sentence === undefined ? undefined : { place, sentence };
}
