import type { Path } from './places.ts';
import type { Fault } from './yaml-file.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLES = /\$\{([A-Z_][A-Z0-9_]*)\}/g;

/** A value with its variables filled in, however deep they stand, and those that are not set or empty. */
export function fillVariables(
  value: unknown,
  path: Path,
  environment: Environment,
): { value: unknown; faults: Fault[] } {
  const faults: Fault[] = [];
  const fill = (part: unknown, at: Path): unknown => {
    if (typeof part === 'string') {
      return part.replace(VARIABLES, (text, name: string) => {
        const found = environment[name];
        if (!found) faults.push(unset(at, name));
        return found || text;
      });
    }
    if (Array.isArray(part)) return part.map((item, index) => fill(item, [...at, index]));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, fill(item, [...at, key])]));
  };
  return { value: fill(value, path), faults };
}

const unset = (path: Path, name: string): Fault => ({
  path,
  text: `${name} is not set. Set it in the environment or in .env`,
});
