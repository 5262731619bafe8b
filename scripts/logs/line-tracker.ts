import type { DeviceLine } from './device-line.ts';

/** Lines that have not been seen before, and how many lie between them and the last that was. */
export interface Fresh {
  readonly lines: readonly DeviceLine[];
  /** `null`: nobody can say, because the device has begun its log anew. */
  readonly missing: number | null;
}

/** Knows which line came last, so that none is shown twice and none is lost without a word. */
export class LineTracker {
  #last: DeviceLine | undefined;

  /** Takes the device's whole log, the oldest line first, as it is right after connecting. */
  resume(log: readonly DeviceLine[]): Fresh {
    const last = this.#last;
    this.#last = log.at(-1) ?? last;
    if (last === undefined) return { lines: log, missing: 0 };
    if (last.offset === null) return { lines: log.filter((line) => isLater(line, last)), missing: null };
    const { offset } = last;
    const oldest = log[0]?.offset ?? null;
    if (oldest !== null && oldest > offset) return { lines: log, missing: oldest - offset - 1 };
    const known = log.find((line) => line.offset === offset);
    // Another line under the same number: the device has counted from the start again.
    if (known?.time !== last.time) return { lines: log, missing: null };
    return { lines: log.filter((line) => (line.offset ?? 0) > offset), missing: 0 };
  }

  /** Takes a line that came as an event. One that `resume` has had already is none. */
  next(line: DeviceLine): Fresh {
    const last = this.#last;
    if (last === undefined || last.offset === null || line.offset === null) return this.#accept(line, 0);
    if (line.offset > last.offset) return this.#accept(line, line.offset - last.offset - 1);
    if (isLater(line, last)) return this.#accept(line, null);
    return { lines: [], missing: 0 };
  }

  #accept(line: DeviceLine, missing: number | null): Fresh {
    this.#last = line;
    return { lines: [line], missing };
  }
}

const isLater = (line: DeviceLine, last: DeviceLine): boolean => (line.time ?? 0) > (last.time ?? 0);
