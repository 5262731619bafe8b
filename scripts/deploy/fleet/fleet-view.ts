import type { FleetEvent } from './fleet-event.ts';
import type { FleetReport } from './fleet-report.ts';

/** Shows a run while it goes on, and its end. */
export interface FleetView {
  take(event: FleetEvent): void;
  finish(report: FleetReport): void;
}
