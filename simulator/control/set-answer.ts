import * as v from 'valibot';
import type { SetAnswer } from '../device/types.ts';
import { XAPI_ERROR } from '../device/xapi-error.ts';
import { JsonObjectSchema, JsonSchema, PathSchema } from './read-request.ts';

/** A text alone is a command that failed with it. */
const ErrorSchema = v.union(
  [
    v.pipe(
      v.string(),
      v.transform((message) => ({ message })),
    ),
    v.object({
      message: v.string(),
      code: v.exactOptional(v.picklist(Object.values(XAPI_ERROR))),
      data: v.exactOptional(JsonSchema),
    }),
  ],
  `Expected a text, or an object with message, perhaps code (${Object.values(XAPI_ERROR).join(', ')}) and data`,
);

/** Body of `PUT …/answers`; the answer `null` gives the command its own behavior back. */
export const SetAnswerSchema = v.pipe(
  v.object({
    command: PathSchema,
    answer: v.optional(v.nullable(JsonObjectSchema)),
    error: v.optional(ErrorSchema),
  }),
  v.check(
    ({ answer, error }) => (answer === undefined) !== (error === undefined),
    'Expected one of answer and error',
  ),
  v.transform(({ command, answer, error }) => ({ command, answer: toSetAnswer(answer, error) })),
);

function toSetAnswer(
  answer: v.InferOutput<typeof JsonObjectSchema> | null | undefined,
  error: v.InferOutput<typeof ErrorSchema> | undefined,
): SetAnswer | undefined {
  if (error !== undefined) return { error };
  return answer === null || answer === undefined ? undefined : { answer };
}
