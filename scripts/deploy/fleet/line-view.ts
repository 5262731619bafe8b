import type { Writable } from 'node:stream';
import type { FleetEvent } from './fleet-event.ts';
import type { DeviceEntry, FleetReport } from './fleet-report.ts';
import type { FleetView } from './fleet-view.ts';
import { outcomeText, summaryText } from './outcome-text.ts';

/** Plain lines as things happen, each beginning with the device's label; failures on the error output. */
export class LineView implements FleetView {
  constructor(
    private readonly out: Writable,
    private readonly err: Writable,
  ) {}

  take(event: FleetEvent): void {
    const { label } = event.target;
    if (event.kind === 'line') this.out.write(`${event.line}\n`);
    if (event.kind === 'retry') {
      const seconds = (event.waitMs / 1000).toFixed(1);
      this.err.write(`${event.error.message}\n${label}  tries again in ${seconds} s\n`);
    }
    if (event.kind === 'end') this.#end(event.entry);
  }

  #end(entry: DeviceEntry): void {
    if (entry.error) this.err.write(`${entry.error.message}\n`);
    // What a success has done, its own lines have said.
    else if (entry.outcome === 'not-tried') this.err.write(`${entry.label}  ${outcomeText(entry)}\n`);
  }

  finish(report: FleetReport): void {
    if (report.devices.length > 1) this.out.write(`${summaryText(report)}\n`);
  }
}
