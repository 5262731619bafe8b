import { count } from '../lib/format.ts';
import { Tile, type TileProps } from './tile.tsx';
import { Volume } from './volume.tsx';

export function VolumeTile({ room, language }: TileProps) {
  const volume = room ? room.volume : null;
  return (
    <Tile
      name="volume"
      label={language.words.volume}
      value={volume === null ? null : count(volume, language)}
      language={language}
    >
      <Volume level={volume} />
    </Tile>
  );
}
