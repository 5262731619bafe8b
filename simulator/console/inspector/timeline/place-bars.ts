import type { StageTiming } from '../../../assistant/turn-record.ts';
import { turnDuration } from './milliseconds.ts';

export interface PlacedBar extends StageTiming {
  /** Percent of the whole turn. */
  readonly left: number;
  readonly width: number;
}

/** A bar is never thinner than this, in percent, or the short stages could not be seen. */
const THINNEST = 0.8;

/** Where each stage's bar begins on the turn's time line and how long it is; none reaches past the end. */
export function placeBars(stages: readonly StageTiming[]): PlacedBar[] {
  const total = turnDuration(stages) || 1;
  return stages.map((stage) => {
    const width = Math.min(100, Math.max(THINNEST, (100 * stage.milliseconds) / total));
    return { ...stage, width, left: Math.min((100 * stage.startedAt) / total, 100 - width) };
  });
}
