import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import * as v from 'valibot';
import { macroHeader } from '#scripts/build/macro-header';
import { LOCK } from './kit-names.ts';

const HolderSchema = v.object({
  id: v.string(),
  owner: v.string(),
  host: v.string(),
  pid: v.number(),
  /** Milliseconds since 1970, by the clock of whoever holds it. */
  since: v.number(),
  until: v.number(),
});
/** Who deploys to a device, and until when at the latest. */
export type LockHolder = v.InferOutput<typeof HolderSchema>;

const MARK = '// held ';

/** The lock as a macro that is never active. */
export function lockSource(holder: LockHolder): string {
  const body = `${MARK}${JSON.stringify(holder)}\n`;
  return `${macroHeader(LOCK, '1', createHash('sha256').update(body).digest('hex'))}\n${body}`;
}

export function holderIn(source: string): LockHolder | undefined {
  const line = source.split('\n')[1] ?? '';
  try {
    return v.parse(HolderSchema, JSON.parse(line.slice(MARK.length)));
  } catch {
    return undefined;
  }
}

/** Locks that this process holds: what a run of it that was cut off left behind is nobody's. */
export const heldHere = new Set<string>();

/** Whether somebody still holds it: its time is not over, and on this machine its process lives. */
export function isHeld(holder: LockHolder | undefined, now: number): boolean {
  if (holder === undefined || now >= holder.until) return false;
  if (holder.host !== hostname()) return true;
  return holder.pid === process.pid ? heldHere.has(holder.id) : isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, and so is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
