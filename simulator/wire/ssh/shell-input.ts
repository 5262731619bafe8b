/** One thing typed into the shell: a line, and for a command of many lines what came with it. */
export interface ShellRequest {
  readonly line: string;
  readonly body?: string;
}

/** All macros' text, 2 MB, with room to spare; more is no request. */
const REQUEST_MAX = 16 * 1024 * 1024;

const COUNTED = /^\{(\d{1,9})\}\s*$/;
const NEWLINE = 0x0a;

/**
 * Cuts what arrives into requests. `{N}` alone on a line says that the next N bytes are one request: its first line is
 * the command, the rest its body, ended by a newline that belongs to neither.
 */
export class ShellInput {
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #counted: number | undefined;

  /** @throws RangeError when a request is longer than any that there is */
  take(chunk: Buffer): ShellRequest[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > REQUEST_MAX) throw new RangeError('request too long');
    // A body arrives in many pieces; joining them before all are there would copy it over and over.
    if (this.#counted !== undefined && this.#size < this.#counted) return [];
    if (this.#counted === undefined && !chunk.includes(NEWLINE)) return [];
    let rest = Buffer.concat(this.#chunks);
    const requests: ShellRequest[] = [];
    for (let cut = this.#cut(rest); cut; cut = this.#cut(rest)) {
      if (cut.request) requests.push(cut.request);
      rest = rest.subarray(cut.length);
    }
    this.#chunks.splice(0, this.#chunks.length, rest);
    this.#size = rest.length;
    return requests;
  }

  /** What stands first: `undefined` while it is not all there. */
  #cut(rest: Buffer): { length: number; request?: ShellRequest } | undefined {
    if (this.#counted !== undefined) {
      const length = this.#counted;
      if (rest.length < length) return undefined;
      this.#counted = undefined;
      return { length, request: withBody(rest.subarray(0, length).toString('utf8')) };
    }
    const end = rest.indexOf(NEWLINE);
    if (end === -1) return undefined;
    const line = rest.subarray(0, end).toString('utf8').replace(/\r$/, '');
    const count = COUNTED.exec(line)?.[1];
    if (count === undefined) return { length: end + 1, request: { line } };
    this.#counted = Number(count);
    if (this.#counted > REQUEST_MAX) throw new RangeError('request too long');
    return { length: end + 1 };
  }
}

function withBody(text: string): ShellRequest {
  const end = text.indexOf('\n');
  if (end === -1) return { line: text };
  return { line: text.slice(0, end), body: text.slice(end + 1).replace(/\n$/, '') };
}
