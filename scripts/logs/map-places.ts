import type { Place, PlaceMap } from './place-map.ts';

/** `room-controls:2:345` as the device's engine and the stacks of errors name a place in a macro. */
const PLACE = /([A-Za-z][\w-]*)(?:\.js)?:(\d+):(\d+)/g;

export interface MappedText {
  /** With every place that could be mapped as `macros/room-controls/panel.ts:12:7`. */
  readonly text: string;
  /** The first that was mapped. */
  readonly place: string | null;
}

/** Names the macros that a text has places of, each once; whether there are such macros is for the caller to say. */
export const macrosWithPlaces = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, macro = '']) => macro)),
];

/** Puts TypeScript places where a text has places of a bundle. Those without a map stay as they are. */
export function mapPlaces(text: string, mapOf: (macro: string) => PlaceMap | undefined): MappedText {
  let first: string | null = null;
  const mapped = text.replaceAll(PLACE, (bundled, macro: string, line: string, column: string) => {
    const place = mapOf(macro)?.find(Number(line), Number(column));
    if (place === undefined) return bundled;
    first ??= formatPlace(place);
    return formatPlace(place);
  });
  return { text: mapped, place: first };
}

const formatPlace = ({ file, line, column }: Place) => `${file}:${line}:${column}`;
