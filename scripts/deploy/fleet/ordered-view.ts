import type { DeployTarget } from '../target.ts';
import type { FleetEvent } from './fleet-event.ts';
import type { FleetReport } from './fleet-report.ts';
import type { FleetView } from './fleet-view.ts';

/** Passes on all of one device's events together, device after device in the order of the inventory. */
export class OrderedView implements FleetView {
  readonly #waiting: { readonly target: DeployTarget; readonly events: FleetEvent[] }[];

  constructor(
    targets: readonly DeployTarget[],
    private readonly view: FleetView,
  ) {
    this.#waiting = targets.map((target) => ({ target, events: [] }));
  }

  take(event: FleetEvent): void {
    this.#waiting.find(({ target }) => target === event.target)?.events.push(event);
    for (let first = this.#waiting[0]; first?.events.at(-1)?.kind === 'end'; first = this.#waiting[0]) {
      for (const each of first.events) this.view.take(each);
      this.#waiting.shift();
    }
  }

  finish(report: FleetReport): void {
    this.view.finish(report);
  }
}
