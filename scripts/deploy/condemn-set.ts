import { mapPlaces } from '#scripts/logs/map-places';
import { PlaceMap } from '#scripts/logs/place-map';
import type { Verdict } from './judge-log.ts';
import type { LogLine } from './macro-log.ts';

/** Source maps by macro, as JSON. */
export type Maps = ReadonlyMap<string, string>;

/** The log lines that condemned a set, `ERROR room-controls: …`, with places in TypeScript where a map has them. */
export function condemningLines({ lines }: Verdict, maps: Maps): string[] {
  const known = new Map<string, PlaceMap>();
  for (const [name, json] of maps) if (json !== '') known.set(name, new PlaceMap(json));
  return lines.map((line) => describeLine(line, known));
}

const describeLine = ({ level, macro, message }: LogLine, maps: ReadonlyMap<string, PlaceMap>) =>
  `${level} ${macro}: ${mapPlaces(message, (name) => maps.get(name)).text}`;

/** The same for a person, with the reasons before it and what came of it after it. */
export function condemnation(
  label: string,
  { reasons }: Verdict,
  lines: readonly string[],
  ending: string,
): string {
  const log = lines.length > 0 ? lines : ['nothing was logged'];
  return [
    ...reasons.map((reason) => `${label}: ${reason}.`),
    ...log.map((line) => `  ${line}`),
    `${label}: ${ending}`,
  ].join('\n');
}
