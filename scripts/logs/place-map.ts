import { SourceMap, type SourceMapPayload } from 'node:module';

/** A place in a source file: lines and columns count from 1, the file is named from the project's root. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The source map of one built macro, and what it knows of places. */
export class PlaceMap {
  readonly #map: SourceMap;

  /** @param json the map as the build wrote it @throws SyntaxError */
  constructor(json: string) {
    this.#map = new SourceMap(JSON.parse(json) as SourceMapPayload);
  }

  /** Where the code at a place of the bundle was written, `line` and `column` from 1. */
  find(line: number, column: number): Place | undefined {
    const entry = this.#map.findEntry(line - 1, column - 1);
    // Past the end of the map it answers with the last entry there is.
    if (!('originalSource' in entry) || entry.generatedLine !== line - 1) return undefined;
    const file = entry.originalSource.replace(/^(\.\.?\/)+/, '');
    return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }
}
