import * as v from 'valibot';

const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

/** Either the wanted value or how much to add to the present one; never both. */
const setOrChange = <Value extends v.GenericSchema<number>>(value: Value) =>
  v.union([v.strictObject({ set: value }), v.strictObject({ change: v.number() })]);

/**
 * The assistant events that our macros answer, by name, each with its payload. On the device they arrive as
 * `UserInterface Assistant Notification` with the payload as JSON text.
 *
 * - `room-lights`: on or off.
 * - `room-blinds`: percent open, 0 is closed.
 * - `room-temperature`: degrees Celsius wanted.
 * - `room-volume`: the device's volume, 0 to 100.
 * - `web-view`: opens or clears a page through the xAPI, for doors that have no directive for it.
 * - `page-opened`: one of our pages is on the screen; when it must go, and where the device may report the room.
 */
export const assistantEventSchemas = {
  'room-lights': v.object({ on: v.boolean() }),
  'room-blinds': setOrChange(percent),
  'room-temperature': setOrChange(v.pipe(v.number(), v.minValue(5), v.maxValue(35))),
  'room-volume': setOrChange(percent),
  'web-view': v.variant('action', [
    v.object({
      action: v.literal('display'),
      url: v.pipe(v.string(), v.regex(/^https?:\/\//i), v.maxLength(2000)),
      title: v.optional(v.pipe(v.string(), v.maxLength(255))),
      mode: v.optional(v.picklist(['Fullscreen', 'Modal'])),
    }),
    v.object({ action: v.literal('clear') }),
  ]),
  'page-opened': v.object({
    /** Seconds after which the page is closed when nothing happens; 0 leaves it open. */
    closeAfterSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)),
    /** Where `DeviceReport`s go, with the bearer token for it; absent when the page shows no room. */
    report: v.optional(v.object({ url: v.pipe(v.string(), v.regex(/^https?:\/\//i)), token: v.string() })),
  }),
};

export type AssistantEventName = keyof typeof assistantEventSchemas;
export type AssistantEventPayload<Name extends AssistantEventName> = v.InferOutput<
  (typeof assistantEventSchemas)[Name]
>;

/** What any event may carry beside its own fields: a text to show, as in the guide's walk-through. */
export const EventTextSchema = v.object({ text: v.string() });
