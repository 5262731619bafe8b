import type { DeviceConnection } from '#scripts/deploy/connect';
import type { BuiltMaps } from './built-maps.ts';
import type { DeviceLine } from './device-line.ts';
import type { LogItem } from './log-item.ts';
import { macrosWithPlaces, mapPlaces } from './map-places.ts';
import type { PlaceMap } from './place-map.ts';
import type { Run, RunningBuilds } from './running-builds.ts';

/** Maps the places in the lines of one device, and says once of each build that it has no map of it. */
export class LineMapper {
  readonly #toldOf = new Set<string>();

  constructor(
    private readonly maps: BuiltMaps,
    private readonly builds: RunningBuilds,
  ) {}

  /** The line, after what is to be said of it. */
  async map(line: DeviceLine, run: Run, connection: DeviceConnection): Promise<LogItem[]> {
    const found = new Map<string, PlaceMap>();
    const notes: LogItem[] = [];
    for (const macro of macrosWithPlaces(line.message)) {
      const hash = await this.builds.hashOf(macro, run, connection);
      if (hash === undefined) continue;
      const map = await this.maps.of(macro, hash);
      if (map) found.set(macro, map);
      else notes.push(...this.#tell(macro, hash, connection.target.name));
    }
    const { text: message, place } = mapPlaces(line.message, (macro) => found.get(macro));
    const time = line.time === null ? '' : new Date(line.time).toISOString();
    const { level, macro } = line;
    return [...notes, { kind: 'line', line: { time, level, macro, message, place } }];
  }

  #tell(macro: string, hash: string, host: string): LogItem[] {
    if (this.#toldOf.has(hash)) return [];
    this.#toldOf.add(hash);
    const text = `${macro} runs as a build that is not in dist/macros (${hash.slice(0, 12)}), so its places stay those of the bundle. To bring this one there, type: npm run deploy:macros -- --host ${host}`;
    return [{ kind: 'note', text }];
  }
}
