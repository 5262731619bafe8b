import { percentage } from '../lib/format.ts';
import type { Language } from '../lib/language.ts';
import { fill } from '../lib/words.ts';
import { Tile, type TileProps } from './tile.tsx';
import { Window } from './window.tsx';

export function BlindsTile({ room, language }: TileProps) {
  const position = room ? room.blinds.position : null;
  const value = position === null ? null : blindsText(position, language);
  return (
    <Tile name="blinds" label={language.words.blinds} value={value} language={language}>
      <Window open={position} />
    </Tile>
  );
}

function blindsText(position: number, language: Language): string {
  if (position === 0) return language.words.closed;
  if (position === 100) return language.words.open;
  return fill(language.words.partlyOpen, percentage(position, language));
}
