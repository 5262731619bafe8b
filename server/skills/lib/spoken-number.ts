const ONES = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Whole numbers as they are said: "seven", "twenty one", "a hundred". */
const WHOLE = new Map<string, number>([
  ['a hundred', 100],
  ['one hundred', 100],
  ...TENS.flatMap((ten, index) =>
    ONES.map((one, unit): [string, number] => [unit ? `${ten} ${one}` : ten, 20 + index * 10 + unit]),
  ),
  ...[...ONES, ...TEENS].map((word, value): [string, number] => [word, value]),
]);

/** Amounts that are no numbers, in front of a unit: "half a degree", "a couple of degrees". */
const AMOUNTS = new Map<string, number>([
  ['a couple of', 2],
  ['a couple', 2],
  ['a few', 3],
  ['half a', 0.5],
  ['half', 0.5],
  ['a', 1],
]);

/** Longest first, because a pattern takes the first that fits. */
const anyOf = (words: Iterable<string>) =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .join('|')
    .replaceAll(' ', '[ -]');

/** Tens with and without ones, not a hundred alternatives: those take a tenth of a second to compile. */
const WORDS = `(?:${anyOf(TENS)})(?:[ -](?:${anyOf(ONES.slice(1))}))?|(?:a|one)[ -]hundred|${anyOf([...TEENS, ...ONES])}`;

/** The piece of pattern that fits what `spokenNumber` reads. */
export const NUMBER = String.raw`(?:minus |-)?(?:\d{1,6}(?:[.,]\d{1,3})?|${WORDS})(?: and a half| point (?:${anyOf(ONES)}))?`;
/** As `NUMBER`, and what stands for one in front of a unit. */
export const AMOUNT = `(?:${NUMBER}|${anyOf(AMOUNTS.keys())})`;

/** The number in "21", "21.5", "twenty-one and a half", "minus two", "a couple of"; `NaN` when there is none. */
export function spokenNumber(text: string): number {
  const words = text.toLowerCase();
  if (/^(minus |-)/.test(words)) return -spokenNumber(words.replace(/^(minus |-)/, ''));
  const [whole = '', tenth] = words
    .replaceAll('-', ' ')
    .replace(' and a half', ' point five')
    .split(' point ');
  const value = WHOLE.get(whole) ?? AMOUNTS.get(whole) ?? Number(whole.replace(',', '.') || Number.NaN);
  return tenth === undefined ? value : value + ONES.indexOf(tenth) / 10;
}
