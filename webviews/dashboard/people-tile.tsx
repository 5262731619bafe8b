import { count } from '../lib/format.ts';
import type { Language } from '../lib/language.ts';
import { People } from './people.tsx';
import { Tile, type TileProps } from './tile.tsx';

export function PeopleTile({ room, language }: TileProps) {
  const people = room?.people ?? null;
  const shown = people && (people.count ?? (people.present ? 1 : 0));
  return (
    <Tile
      name="people"
      label={language.words.people}
      value={people && peopleText(people, language)}
      language={language}
    >
      <People count={shown} />
    </Tile>
  );
}

/** A device counts, or only senses that somebody is there, or knows neither. */
function peopleText(
  people: { readonly count: number | null; readonly present: boolean | null },
  language: Language,
): string {
  if (people.count !== null) return count(people.count, language);
  if (people.present === null) return language.words.unknown;
  return people.present ? language.words.someone : language.words.nobody;
}
