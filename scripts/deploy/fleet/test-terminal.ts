import { Writable } from 'node:stream';

/** A terminal that knows line ends, the cursor going up, and erasing below: what the table needs. */
export class TestTerminal extends Writable {
  readonly isTTY = true;
  #lines: string[] = [''];
  #row = 0;

  constructor(
    readonly columns = 80,
    readonly rows = 24,
  ) {
    super();
  }

  /** What stands there, the empty lines at the end left out. */
  get text(): string {
    return this.#lines.join('\n').trimEnd();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's commands begin so
    for (const part of chunk.toString().split(/(\x1b\[\d*[A-Z]|\n)/)) this.#take(part);
    done();
  }

  #take(part: string): void {
    const up = /\[(\d+)A$/.exec(part)?.[1];
    if (part === '\n') {
      this.#row += 1;
      this.#lines[this.#row] ??= '';
    } else if (up !== undefined) {
      this.#row -= Number(up);
      if (this.#row < 0) throw new Error('the cursor went above what was written');
    } else if (part.endsWith('[J')) {
      this.#lines = [...this.#lines.slice(0, this.#row), ''];
    } else {
      if (part.length >= this.columns) throw new Error(`too long for the terminal: ${part}`);
      this.#lines[this.#row] += part;
    }
  }
}
