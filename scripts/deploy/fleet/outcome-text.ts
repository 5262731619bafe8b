import type { DeviceEntry, FleetReport, Outcome } from './fleet-report.ts';

const WORDS: Readonly<Record<Outcome, string>> = {
  deployed: 'deployed',
  unchanged: 'unchanged',
  planned: 'planned',
  removed: 'removed',
  'rolled-back': 'rolled back',
  failed: 'failed',
  interrupted: 'interrupted',
  'not-tried': 'not tried',
};

const ORDER = Object.keys(WORDS) as Outcome[];

/** One device's end: `deployed`, `failed (bad-credentials)`, `not tried: interrupted`. */
export function outcomeText({ outcome, error, reason }: DeviceEntry): string {
  if (error) return `${WORDS[outcome]} (${error.code})`;
  return reason === undefined ? WORDS[outcome] : `${WORDS[outcome]}: ${reason}`;
}

/** `98 deployed, 2 failed`, successes first. */
export const countsText = (counts: FleetReport['counts']): string =>
  ORDER.flatMap((outcome) => {
    const count = counts[outcome] ?? 0;
    return count === 0 ? [] : `${count} ${WORDS[outcome]}`;
  }).join(', ');

/** The last line of a run: `100 devices in 2.4 s: 98 deployed, 2 failed; 294 saves, 98 restarts`. */
export function summaryText({ devices, seconds, counts, saves, restarts }: FleetReport): string {
  const many = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;
  const work = `${many(saves, 'save')}, ${many(restarts, 'restart')}`;
  return `${many(devices.length, 'device')} in ${seconds.toFixed(1)} s: ${countsText(counts)}; ${work}`;
}
