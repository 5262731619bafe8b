/** A line of the shell: `xCommand Audio Volume Set Level: 45 | resultId="1"`. */
export interface ShellLine {
  /** What stands before the first `Name:`, the verb first. */
  readonly words: readonly string[];
  /** `Name: value`, in order; a name may come several times. */
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** Comes back with the answer. */
  readonly resultId?: string;
}

const WORD = /\s*([^\s:"|]+)(:?)/y;
const VALUE = /\s*(?:("(?:[^"\\]|\\.)*")|([^\s"|]+))/y;
const RESULT_ID = /^\s*resultId\s*=\s*"([^"]*)"\s*$/i;

/** @returns `undefined` where it is no line of this kind */
export function parseLine(text: string): ShellLine | undefined {
  const words: string[] = [];
  const values: { name: string; value: string }[] = [];
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (let word = next(WORD); word; word = next(WORD)) {
    const [, name = '', colon] = word;
    if (colon === '') {
      // After a value nothing but another name may come.
      if (values.length > 0) return undefined;
      words.push(name);
      continue;
    }
    const value = readValue(next(VALUE));
    if (value === undefined) return undefined;
    values.push({ name, value });
  }
  const rest = text.slice(at).trim();
  if (rest === '') return { words, values };
  const resultId = rest.startsWith('|') ? RESULT_ID.exec(rest.slice(1))?.[1] : undefined;
  return resultId === undefined ? undefined : { words, values, resultId };
}

/** Quoted values are written as in JSON, as jsxapi does. */
function readValue(found: RegExpExecArray | null): string | undefined {
  const [, quoted, bare] = found ?? [];
  if (quoted === undefined) return bare;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
