import { type MarkedSource, markAsync } from './mark-async.ts';

const KEPT = 32;
const kept = new Map<string, MarkedSource>();

/**
 * `markAsync`, remembered for the sources used last. A restart loads what it loaded before, and the devices of one
 * simulator mostly run the same macros; without this a third of a restart's time goes into reading them again.
 */
export function markedSource(source: string): MarkedSource {
  const marked = kept.get(source) ?? markAsync(source);
  // Taken out and put in again, so that the first is always the one unused for longest.
  kept.delete(source);
  kept.set(source, marked);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return marked;
}
