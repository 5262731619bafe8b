/** One place at which one of the literals is expected or given: its path, and its parameter or field. */
export interface LiteralUse {
  readonly words: readonly string[];
  readonly values: readonly string[];
}

/** Shorter sets of literals read better where they stand than by a name. */
const LONG = 48;

/** Sets of literals as TypeScript unions; a long one that is used more than once has a name of its own. */
export class LiteralNames {
  readonly #names = new Map<string, string>();

  /** The same names for the same uses, in any order. */
  constructor(uses: readonly LiteralUse[]) {
    const places = new Map<string, string[]>();
    for (const { words, values } of uses) {
      const union = unionText(values);
      if (union.length > LONG) places.set(union, [...(places.get(union) ?? []), words.join(' ')]);
    }
    const shared = [...places].filter(([, all]) => all.length > 1);
    const firstPlaces = shared.map(([union, all]) => ({ union, place: all.sort()[0] ?? '' }));
    firstPlaces.sort((one, other) => compare(one.place, other.place) || compare(one.union, other.union));
    const taken = new Set<string>();
    for (const { union, place } of firstPlaces) {
      const name = freeName(place, taken);
      taken.add(name);
      this.#names.set(union, name);
    }
  }

  /** The union, or its name in the module `values`. */
  text(values: readonly string[]): string {
    const union = unionText(values);
    const name = this.#names.get(union);
    return name === undefined ? union : `values.${name}`;
  }

  /** The text of that module; without a name it would be none. */
  declarations(): string {
    if (this.#names.size === 0) return '\nexport {};\n';
    return [...this.#names].map(([union, name]) => `\nexport type ${name} =\n  ${union};\n`).join('');
  }
}

/** The last words of the place, as many as make a name that is free. */
function freeName(place: string, taken: ReadonlySet<string>): string {
  const words = place.split(/\W+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  for (let count = 1; count <= words.length; count += 1) {
    const name = words.slice(-count).join('');
    if (!taken.has(name)) return name;
  }
  return freeName(`${place} other`, taken);
}

function unionText(values: readonly string[]): string {
  return [...new Set(values)]
    .sort(compare)
    .map((value) => `'${value.replaceAll(/[\\']/g, '\\$&')}'`)
    .join(' | ');
}

/** Numbers first, by their value; then everything else, by its characters. */
function compare(one: string, other: string): number {
  const [first, second] = [rank(one), rank(other)];
  if (first !== second) return first - second;
  return one < other ? -1 : one > other ? 1 : 0;
}

const rank = (text: string) => (Number.isFinite(Number(text)) ? Number(text) : Number.MAX_VALUE);
