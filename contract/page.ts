import * as v from 'valibot';
import { RoomSchema } from './room.ts';

/** Every page that a device can be sent to. */
export const PageNameSchema = v.picklist(['dashboard', 'switch']);
export type PageName = v.InferOutput<typeof PageNameSchema>;

/** What a page receives: the whole of it in every `state` event of its stream. */
export const PageStateSchema = v.object({
  page: PageNameSchema,
  /** Language tag of the turn that opened the page, such as `en` or `en-US`. */
  language: v.string(),
  /** What to say to make the page go. */
  dismissal: v.string(),
  /** Seconds until the page goes by itself, counted from when this arrives; `null` when it stays. */
  closesInSeconds: v.nullable(v.number()),
  /** `null` until the device has reported its room. */
  room: v.nullable(RoomSchema),
});
export type PageState = v.InferOutput<typeof PageStateSchema>;
