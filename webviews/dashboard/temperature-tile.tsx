import { degrees } from '../lib/format.ts';
import { fill } from '../lib/words.ts';
import { Thermometer } from './thermometer.tsx';
import { Tile, type TileProps } from './tile.tsx';

/** The measured temperature large and the wanted one below; where nothing measures, the wanted one large. */
export function TemperatureTile({ room, language }: TileProps) {
  const { words } = language;
  const temperature = room?.temperature ?? null;
  const wanted = temperature && fill(words.wanted, degrees(temperature.target, language));
  const measured = temperature?.current ?? null;
  const value = measured === null ? wanted : degrees(measured, language);
  const detail = measured === null ? undefined : (wanted ?? undefined);
  return (
    <Tile name="temperature" label={words.temperature} value={value} detail={detail} language={language}>
      <Thermometer current={measured} target={temperature?.target ?? null} />
    </Tile>
  );
}
