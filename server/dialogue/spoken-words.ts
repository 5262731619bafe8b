const PUNCTUATION = new Set('.,;:!?…"“”„«»()[]{}¿¡、。，！？');

/**
 * What was said as words with one space between them: without the punctuation that speech recognition puts
 * around words, and with plain apostrophes. What stands inside a word stays, as in `21.5`, `50%` and `don't`.
 */
export function spokenWords(text: string): string {
  return text.replaceAll('’', "'").split(/\s+/).map(bare).filter(Boolean).join(' ');
}

/** A loop, because a pattern that trims the end of a word takes quadratic time on a hostile one. */
function bare(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && PUNCTUATION.has(word.charAt(start))) start += 1;
  while (end > start && PUNCTUATION.has(word.charAt(end - 1))) end -= 1;
  return word.slice(start, end);
}
