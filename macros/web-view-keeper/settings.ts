import * as v from 'valibot';

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400));

/** Times of the keeper, all in seconds. A device may have its own in devices.yaml. */
export const schema = v.strictObject({
  /** For a page whose own time is not known: one that was open when the macros started. 0 leaves it open. */
  closeAfterSeconds: v.optional(seconds, 120),
  /** How long the room must be empty before its page is closed. */
  emptyRoomSeconds: v.optional(seconds, 60),
  /** When closing did not work, it is tried again after this. */
  retrySeconds: v.optional(v.pipe(seconds, v.minValue(1)), 10),
});

export const settings = MACRO_SETTINGS as v.InferOutput<typeof schema>;
