import { Lamp } from '../lib/lamp.tsx';
import { Tile, type TileProps } from './tile.tsx';

export function LightsTile({ room, language }: TileProps) {
  const { words } = language;
  const on = room ? room.lights.on : null;
  const value = on === null ? null : on ? words.on : words.off;
  return (
    <Tile name="lights" label={words.lights} value={value} language={language}>
      <Lamp on={on} />
    </Tile>
  );
}
