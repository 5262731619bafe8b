import type { Writable } from 'node:stream';
import type { Colors } from 'picocolors/types';
import type { DeployTarget } from '../target.ts';
import type { FleetEvent } from './fleet-event.ts';
import type { FleetReport } from './fleet-report.ts';
import { FleetState } from './fleet-state.ts';
import { fleetTable, type Screen } from './fleet-table.ts';
import type { FleetView } from './fleet-view.ts';
import { summaryText } from './outcome-text.ts';

const REDRAW_MS = 100;

/** A table on a terminal, redrawn in place. What failed is said in full above it, where it stays. */
export class LiveView implements FleetView {
  readonly #state: FleetState;
  readonly #timer: NodeJS.Timeout;
  #drawn = 0;

  constructor(
    targets: readonly DeployTarget[],
    private readonly out: Writable & Partial<Screen>,
    private readonly colors: Colors,
  ) {
    this.#state = new FleetState(targets);
    this.#timer = setInterval(() => this.#draw(), REDRAW_MS);
  }

  take(event: FleetEvent): void {
    this.#state.take(event, performance.now());
    const error = event.kind === 'end' ? event.entry.error : undefined;
    if (error) this.#draw(`${this.colors.red(error.message)}\n`);
  }

  finish(report: FleetReport): void {
    clearInterval(this.#timer);
    this.#draw();
    this.out.write(`${summaryText(report)}\n`);
  }

  /** Draws anew, with `above` between what was there before and the table. */
  #draw(above = ''): void {
    const { columns = 80, rows = 24 } = this.out;
    const lines = fleetTable(this.#state, performance.now(), { columns, rows }, this.colors);
    // Up to the table's first line, and away with all below: one write, so that nothing flickers.
    const erase = this.#drawn === 0 ? '' : `\x1b[${this.#drawn}A\x1b[J`;
    this.out.write(`${erase}${above}${lines.map((line) => `${line}\n`).join('')}`);
    this.#drawn = lines.length;
  }
}
