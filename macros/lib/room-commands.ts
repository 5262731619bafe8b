import xapi from 'xapi';
import { inTurn } from './in-turn.ts';
import { clamp, readNumber } from './read-number.ts';
import { readWidgets, setWidget } from './room-widgets.ts';
import { sliderPercent, sliderValue } from './slider.ts';

/** What the room is like until somebody has said otherwise. */
export const DEFAULTS = { lights: 'off', blinds: 0, temperature: 21, volume: 50 } as const;

export const TEMPERATURE_MIN = 5;
export const TEMPERATURE_MAX = 35;

/** The wanted value, or how much to add to the present one. */
export type SetOrChange = { readonly set: number } | { readonly change: number };

// Voice and touch both end in these, so that panel and voice cannot disagree.

export const setLights = (on: boolean) => setWidget('room-lights', on ? 'on' : 'off');

/** Percent open. */
export const setBlinds = (wanted: SetOrChange) =>
  setOrChange(wanted, {
    read: async () => sliderPercent((await readWidgets()).get('room-blinds')) ?? DEFAULTS.blinds,
    write: (percent) => setWidget('room-blinds', sliderValue(clamp(Math.round(percent), 0, 100))),
  });

/** Degrees Celsius, to a tenth. */
export const setTemperature = (wanted: SetOrChange) =>
  setOrChange(wanted, {
    read: async () => readNumber((await readWidgets()).get('room-temperature')) ?? DEFAULTS.temperature,
    write: (degrees) => {
      const tenths = Math.round(clamp(degrees, TEMPERATURE_MIN, TEMPERATURE_MAX) * 10);
      return setWidget('room-temperature', String(tenths / 10));
    },
  });

/** Percent of the loudspeakers; the panel's slider follows the status. */
export const setVolume = (wanted: SetOrChange) =>
  setOrChange(wanted, {
    read: async () => Number(await xapi.Status.Audio.Volume.get()),
    write: (percent) => xapi.Command.Audio.Volume.Set({ Level: clamp(Math.round(percent), 0, 100) }),
  });

interface Control {
  read(): Promise<number>;
  write(value: number): Promise<unknown>;
}

/** A wanted value goes out at once; a change waits for the one before, whose outcome it builds on. */
function setOrChange(wanted: SetOrChange, { read, write }: Control): Promise<unknown> {
  if ('set' in wanted) return write(wanted.set);
  return inTurn(async () => write((await read()) + wanted.change));
}
