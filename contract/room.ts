import * as v from 'valibot';

const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const celsius = v.pipe(v.number(), v.minValue(-40), v.maxValue(80));

/** The room as its device knows it. `null` stands for what the device cannot tell. */
export const RoomSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(128)),
  lights: v.object({ on: v.boolean() }),
  /** Percent open: 0 is closed. */
  blinds: v.object({ position: percent }),
  /** Degrees Celsius. */
  temperature: v.object({ target: celsius, current: v.nullable(celsius) }),
  /** The device's loudspeakers, 0 to 100. */
  volume: percent,
  people: v.object({
    count: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
    present: v.nullable(v.boolean()),
  }),
});
export type Room = v.InferOutput<typeof RoomSchema>;

/** What a device tells the server while one of our pages is open; each field only when there is news of it. */
export const DeviceReportSchema = v.object({
  room: v.optional(RoomSchema),
  /** Seconds until the device closes the page; `null` when it will not by itself. */
  closesInSeconds: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)))),
});
export type DeviceReport = v.InferOutput<typeof DeviceReportSchema>;
