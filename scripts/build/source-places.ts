import { type Place, PlaceMap } from '../logs/place-map.ts';

/** Which place of the TypeScript sources a place of a bundle comes from. */
export interface SourcePlaces {
  /** `offset` counts UTF-16 units of the bundle's code. */
  placeOf(offset: number): Place | undefined;
  /** The lines of a source file, as they were when the bundle was built. */
  linesOf(file: string): readonly string[];
}

interface Sources {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
}

/** `map` is the code's source map, JSON. */
export function sourcePlaces(code: string, map: string): SourcePlaces {
  const places = new PlaceMap(map);
  const { sources, sourcesContent } = JSON.parse(map) as Sources;
  return {
    placeOf(offset) {
      const before = code.slice(0, offset).split('\n');
      return places.find(before.length, (before.at(-1) ?? '').length + 1);
    },
    linesOf(file) {
      const index = sources.findIndex((source) => source.endsWith(`/${file}`));
      return (sourcesContent[index] ?? '').split('\n');
    },
  };
}

export const placeText = ({ file, line, column }: Place) => `${file}:${line}:${column}`;
