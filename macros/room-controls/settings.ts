import * as v from 'valibot';

/** A device may have its own in devices.yaml. */
export const schema = v.strictObject({
  /** By how much one press of the panel's spinner changes the wanted temperature; tenths are the least. */
  degreesPerPress: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(5)), 1),
});

export const settings = MACRO_SETTINGS as v.InferOutput<typeof schema>;
