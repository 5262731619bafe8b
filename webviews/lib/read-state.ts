import * as v from 'valibot';
import { type PageState, PageStateSchema } from '#contract/page';

/** Longest `data` that is looked at, in UTF-16 units; a real state has about 500. */
export const STATE_MAX = 16_384;

/** The state in the `data` of a `state` event, or `undefined` when it is too long or not of the agreed shape. */
export function readState(data: unknown): PageState | undefined {
  if (typeof data !== 'string' || data.length > STATE_MAX) return undefined;
  const result = v.safeParse(PageStateSchema, parse(data));
  return result.success ? result.output : undefined;
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
