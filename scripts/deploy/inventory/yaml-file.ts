import { type Document, LineCounter, parseDocument } from 'yaml';
import { lineOf, type Path } from './places.ts';

/** Something in the file that is not as it must be. */
export interface Fault {
  readonly path: Path;
  readonly text: string;
}

/** A YAML text that remembers where everything stands. */
export class YamlFile {
  /** Faults of the text itself, as lines. With any but repeated keys, `value` is `undefined`. */
  readonly brokenLines: readonly string[];
  readonly value: unknown;
  readonly #lines = new LineCounter();
  readonly #document: Document;

  /** `name` is how the faults name the file. */
  constructor(
    readonly name: string,
    text: string,
  ) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const { errors } = this.#document;
    const broken = errors.map(({ pos, message }) => this.#line(this.#lines.linePos(pos[0]).line, message));
    const isReadable = errors.every(({ code }) => code === 'DUPLICATE_KEY');
    try {
      this.value = isReadable ? this.#document.toJS() : undefined;
    } catch (error) {
      // Aliases that unfold into more than anybody would write.
      broken.push(this.#line(1, error instanceof Error ? error.message : String(error)));
    }
    this.brokenLines = broken;
  }

  /** `FILE:LINE: PATH: TEXT` for each, in the order of the file and none twice. */
  linesOf(faults: readonly Fault[]): string[] {
    const placed = faults.map(({ path, text }) => ({
      line: lineOf(this.#document, this.#lines, path),
      text: `${path.join('.') || 'the file'}: ${text}`,
    }));
    const sorted = placed.sort((one, other) => one.line - other.line);
    return [...new Set(sorted.map(({ line, text }) => this.#line(line, text)))];
  }

  #line(line: number, text: string): string {
    return `${this.name}:${line}: ${text}`;
  }
}
