import { SourceMap, type SourceMapPayload } from 'node:module';
import { posix } from 'node:path';

/** A place in a source file, as compilers write it: line and column from 1. */
export interface Place {
  /** From the project's root: `macros/room-controls/panel.ts`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Which place of the TypeScript sources a place of a bundle comes from. */
export interface SourcePlaces {
  /** `offset` counts UTF-16 units of the bundle's code. */
  placeOf(offset: number): Place | undefined;
  /** The lines of a source file, as they were when the bundle was built. */
  linesOf(file: string): readonly string[];
}

/** `folder` is where the map belongs, from the project's root: its sources are named from there. */
export function sourcePlaces(code: string, map: string, folder: string): SourcePlaces {
  const payload = JSON.parse(map) as SourceMapPayload;
  const sourceMap = new SourceMap(payload);
  const files = payload.sources.map((source) => posix.join(folder, source));
  return {
    placeOf(offset) {
      const lineStart = code.lastIndexOf('\n', offset - 1) + 1;
      const line = code.slice(0, lineStart).split('\n').length - 1;
      const found = sourceMap.findEntry(line, offset - lineStart);
      if (!('originalSource' in found)) return undefined;
      const { originalSource, originalLine, originalColumn } = found;
      return {
        file: posix.join(folder, originalSource),
        line: originalLine + 1,
        column: originalColumn + 1,
      };
    },
    linesOf: (file) => (payload.sourcesContent[files.indexOf(file)] ?? '').split('\n'),
  };
}

export const placeText = ({ file, line, column }: Place) => `${file}:${line}:${column}`;
