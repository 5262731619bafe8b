import * as v from 'valibot';
import { DirectiveSchema } from './directives.ts';
import { JsonObjectSchema } from './json-object.ts';

/** Longest utterance that is taken, in UTF-16 units. Nobody says more in one breath. */
export const UTTERANCE_MAX = 4096;

const frame = v.optional(v.nullable(JsonObjectSchema), {});

/** `en_US`, `en-US`, `en`; kept as sent. */
const locale = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}([_-][a-z0-9]{2,8})*$/i, 'must be like en_US or en-US'),
);

/** A Unix time, in seconds or milliseconds: the guide says 13 digits and shows 10. */
const timestamp = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15));

const SkillContextSchema = v.object({
  orgId: v.nullish(v.string()),
  userId: v.nullish(v.string()),
  userType: v.nullish(v.string()),
  developerDeviceId: v.nullish(v.string()),
  supportedDirectives: v.nullish(v.array(v.string())),
});

const SkillParamsSchema = v.object({
  target_dialogue_state: v.nullish(v.string()),
  time_zone: v.nullish(v.string()),
  timestamp: v.nullish(timestamp),
  language: v.nullish(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/i, 'must be a two-letter language code'))),
  locale: v.nullish(locale),
  dynamic_resource: v.nullish(JsonObjectSchema),
  allowed_intents: v.nullish(v.array(v.string())),
});

/**
 * What the Assistant's skills service sends, after decryption (Skills Reference Guide). Fields that it does not
 * name are passed over, and so are those that may be missing.
 */
export const SkillRequestSchema = v.object({
  text: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(UTTERANCE_MAX))), ''),
  context: v.optional(v.nullable(SkillContextSchema), {}),
  params: v.optional(v.nullable(SkillParamsSchema), {}),
  frame,
  history: v.nullish(v.array(v.unknown())),
  challenge: v.pipe(v.string(), v.nonEmpty(), v.maxLength(256)),
});

/** What a skill answers. `frame`, `params` and `history` come back with the next request, as the SDK has it. */
export const SkillResponseSchema = v.object({
  directives: v.array(DirectiveSchema),
  challenge: v.string(),
  frame: v.optional(JsonObjectSchema),
  params: v.optional(
    v.object({
      target_dialogue_state: v.nullish(v.string()),
      allowed_intents: v.nullish(v.array(v.string())),
    }),
  ),
  history: v.optional(v.array(v.unknown())),
});

/** The envelope around both: `POST` body, or the query of the health check. */
export const SignedMessageSchema = v.object({
  signature: v.pipe(v.string(), v.nonEmpty()),
  message: v.pipe(v.string(), v.nonEmpty()),
});

export type SkillRequest = v.InferOutput<typeof SkillRequestSchema>;
/** The request as a sender writes it, where everything but the challenge may be missing. */
export type SkillRequestInput = v.InferInput<typeof SkillRequestSchema>;
export type SkillResponse = v.InferOutput<typeof SkillResponseSchema>;
export type SignedMessage = v.InferOutput<typeof SignedMessageSchema>;

/** The target state that asks a skill to introduce itself. */
export const SKILL_INTRO = 'skill_intro';
