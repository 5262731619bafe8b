import xapi from 'xapi';
import type { Room } from '#contract/room';
import { cutUtf8 } from '../lib/cut-utf8.ts';
import { clamp, readNumber } from '../lib/read-number.ts';
import { DEFAULTS, TEMPERATURE_MAX, TEMPERATURE_MIN } from '../lib/room-commands.ts';
import { readWidgets } from '../lib/room-widgets.ts';
import { sliderPercent } from '../lib/slider.ts';

const NAME_MAX = 128;

/** The whole room as the device's statuses have it now; what the device cannot tell is `null`. */
export async function readRoom(): Promise<Room> {
  const { RoomAnalytics } = xapi.Status;
  const [name, widgets, volume, current, count, presence] = await Promise.all([
    readName(),
    readWidgets(),
    orNull(xapi.Status.Audio.Volume.get()),
    // xapi-optional: only some products have a thermometer
    orNull(RoomAnalytics.AmbientTemperature.get()),
    orNull(RoomAnalytics.PeopleCount.Current.get()),
    orNull(RoomAnalytics.PeoplePresence.get()),
  ]);
  const target = readNumber(widgets.get('room-temperature')) ?? DEFAULTS.temperature;
  return {
    name,
    lights: { on: widgets.get('room-lights') === 'on' },
    blinds: { position: sliderPercent(widgets.get('room-blinds')) ?? DEFAULTS.blinds },
    temperature: { target: clamp(target, TEMPERATURE_MIN, TEMPERATURE_MAX), current: plausible(current) },
    volume: clamp(readNumber(volume) ?? DEFAULTS.volume, 0, 100),
    people: {
      count: peopleCount(count),
      present: presence === 'Yes' ? true : presence === 'No' ? false : null,
    },
  };
}

async function readName(): Promise<string> {
  const contact = await orNull(xapi.Status.UserInterface.ContactInfo.Name.get());
  const name = contact || (await orNull(xapi.Config.SystemUnit.Name.get())) || '';
  return cutUtf8(name, NAME_MAX);
}

/** The device says -1 while it does not count. */
function peopleCount(text: string | null): number | null {
  const count = readNumber(text);
  return count === null || count < 0 ? null : Math.round(count);
}

/** A sensor that reports what no room has is one that does not work. */
function plausible(text: string | null): number | null {
  const celsius = readNumber(text);
  return celsius === null || celsius < -40 || celsius > 80 ? null : celsius;
}

const orNull = <Value>(value: Promise<Value>): Promise<Value | null> => value.catch(() => null);
