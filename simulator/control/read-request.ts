import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { parsePath } from '../device/path.ts';
import type { Json, JsonObject, Path } from '../device/types.ts';
import { ControlError } from './control-error.ts';

/** The device takes 2 MB of macro text in all; escaped as JSON that may double. */
export const BODY_MAX_BYTES = 4 * 1024 * 1024;
const DEPTH_MAX = 64;

export const limitBody = bodyLimit({
  maxSize: BODY_MAX_BYTES,
  onError: () => {
    throw new ControlError(413, 'too-large', `The body has more than ${BODY_MAX_BYTES} bytes.`);
  },
});

/** Any value: what came out of JSON is one, so only its absence is a mistake. */
export const JsonSchema = v.custom<Json>(
  (value) => value !== undefined,
  'Expected a value but received none',
);

export const JsonObjectSchema = v.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'Expected an object',
);

/** `Audio Volume`, `Audio.Volume`, `UserInterface WebView[1] URL`; the root may stand before it. */
export const PathSchema = v.pipe(
  v.string(),
  v.maxLength(500),
  v.transform(parsePath),
  v.check((path) => path.length > 0, 'Expected a path such as "Audio Volume" but received nothing'),
);

/** The body as the schema has it. @throws ControlError 400 with what was found and what was expected */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, parseJson(await c.req.text()));
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const field = v.getDotPath(issue);
    return field === null ? issue.message : `${field}: ${issue.message}`;
  });
  throw badRequest(problems.join('; '));
}

/** A whole number of the query that counts from 0; 0 when it is absent. @throws ControlError */
export function readCount(c: Context, name: string, fallback = 0): number {
  const text = c.req.query(name);
  if (text === undefined) return fallback;
  if (!/^\d{1,15}$/.test(text)) throw badRequest(`${name}: Expected a number from 0 but received "${text}"`);
  return Number(text);
}

/** The query's `path`. @throws ControlError when it is absent or none */
export function readPath(c: Context): Path {
  const result = v.safeParse(PathSchema, c.req.query('path') ?? '');
  if (result.success) return result.output;
  throw badRequest(`path: ${result.issues[0].message}`);
}

export const badRequest = (message: string): ControlError => new ControlError(400, 'bad-request', message);

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = text === '' ? 'nothing' : error instanceof Error ? error.message : String(error);
    throw badRequest(`The body must be JSON; found: ${found}`);
  }
  if (isDeeper(value, DEPTH_MAX)) throw badRequest(`The body is nested deeper than ${DEPTH_MAX} levels.`);
  return value;
}

/** Level by level, for what is nested deeply enough would exhaust the stack. */
function isDeeper(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
