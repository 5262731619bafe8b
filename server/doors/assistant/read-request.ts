import * as v from 'valibot';
import { type SkillRequest, SkillRequestSchema } from '#contract';
import { Refusal } from './refusal.ts';

/** Deepest nesting of objects and lists; the guide's own request has two levels, a frame may have more. */
const DEPTH_MAX = 32;

/** @throws Refusal `bad-request` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-request', { message: 'The decrypted message is not JSON.' });
  }
}

/**
 * The request in its agreed shape; fields that the guide does not name are passed over.
 *
 * @throws Refusal `bad-request` that names the field
 */
export function readRequest(value: unknown): SkillRequest {
  if (isDeeperThan(value, DEPTH_MAX)) {
    throw new Refusal('bad-request', { message: `The request is nested deeper than ${DEPTH_MAX} levels.` });
  }
  const result = v.safeParse(SkillRequestSchema, value);
  if (!result.success) throw new Refusal('bad-request', { message: describe(result.issues[0]) });
  return result.output;
}

/**
 * Names the field and what it should be. A value of the wrong type, which valibot's own sentence shows, is not
 * repeated: it may be what was said.
 */
function describe(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? 'the request';
  const showsValue = issue.kind === 'schema' && issue.type !== 'custom';
  return `${field}: ${showsValue ? `expected ${issue.expected ?? 'another type'}` : issue.message}`;
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((child) => isDeeperThan(child, depth - 1));
}
