import { signal } from '@preact/signals';
import type { Json } from '../../device/types.ts';
import { readStatus, setStatus } from '../state/control-api.ts';
import { attempt } from '../state/notice.ts';
import { selectedName } from '../state/selected-device.ts';

/** The statuses that stand for the room's sensors. */
export const SENSORS = {
  people: 'RoomAnalytics PeopleCount Current',
  presence: 'RoomAnalytics PeoplePresence',
  temperature: 'RoomAnalytics AmbientTemperature',
} as const;
export type Sensor = keyof typeof SENSORS;

/** What each sensor says; `null` until that is known. */
export const sensors = signal<Readonly<Record<Sensor, Json>>>({
  people: null,
  presence: null,
  temperature: null,
});

/** Asks the device what its sensors say. */
export async function readSensors(device: string): Promise<void> {
  const values = await attempt('Sensors', () =>
    Promise.all([
      readStatus(device, SENSORS.people),
      readStatus(device, SENSORS.presence),
      readStatus(device, SENSORS.temperature),
    ]),
  );
  if (!values || device !== selectedName.value) return;
  const [people, presence, temperature] = values;
  sensors.value = { people, presence, temperature };
}

/** Makes a sensor say something else, and shows it once the device has taken it. */
export async function turnSensor(sensor: Sensor, value: Json): Promise<void> {
  const device = selectedName.value;
  if (device === null) return;
  const path = SENSORS[sensor];
  await attempt(path, async () => {
    await setStatus(device, path, value);
    sensors.value = { ...sensors.value, [sensor]: value };
  });
}
