import type { DeployTarget } from '../target.ts';
import type { FleetEvent } from './fleet-event.ts';
import type { DeviceEntry, Outcome } from './fleet-report.ts';

/** A device of the table. */
export interface Row {
  readonly label: string;
  /** What it does now; of one that has ended, its last line. */
  readonly step: string;
  /** Milliseconds, on the clock of `performance.now()`. */
  readonly startedAt: number | undefined;
  /** When it has ended. */
  readonly entry?: DeviceEntry;
}

/** Where every device of a run stands, as the events tell it. */
export class FleetState {
  readonly #rows = new Map<DeployTarget, Row>();
  readonly counts = new Map<Outcome, number>();

  constructor(targets: readonly DeployTarget[]) {
    for (const target of targets) {
      this.#rows.set(target, { label: target.label, step: '', startedAt: undefined });
    }
  }

  get rows(): Row[] {
    return [...this.#rows.values()];
  }

  get underWay(): Row[] {
    return this.rows.filter(({ startedAt, entry }) => startedAt !== undefined && !entry);
  }

  /** `now` in milliseconds. */
  take(event: FleetEvent, now: number): void {
    const { target } = event;
    const row = this.#rows.get(target);
    if (row) this.#rows.set(target, { ...row, ...changeOf(event, row, now) });
    if (event.kind === 'end') {
      const { outcome } = event.entry;
      this.counts.set(outcome, (this.counts.get(outcome) ?? 0) + 1);
    }
  }
}

function changeOf(event: FleetEvent, row: Row, now: number): Partial<Row> {
  switch (event.kind) {
    case 'start':
      return { startedAt: row.startedAt ?? now, step: 'connect' };
    case 'line':
      return { step: withoutLabel(event.target, event.line) };
    case 'retry':
      return { step: `${event.error.code}, again in ${(event.waitMs / 1000).toFixed(1)} s` };
    case 'end':
      return { entry: event.entry };
  }
}

/** The table has the label in a column of its own. */
const withoutLabel = ({ label }: DeployTarget, line: string) =>
  (line.startsWith(label) ? line.slice(label.length) : line).trim();
