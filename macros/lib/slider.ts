import { clamp, readNumber } from './read-number.ts';

/** Value of a slider at its upper end; the lower end is 0. */
const SLIDER_MAX = 255;

export const sliderValue = (percent: number) => String(Math.round((percent * SLIDER_MAX) / 100));

/** Whole percent of a slider's position. */
export const positionPercent = (position: number) =>
  Math.round((clamp(position, 0, SLIDER_MAX) * 100) / SLIDER_MAX);

/** Whole percent of a slider's value as the device holds it; `null` when it has none. */
export function sliderPercent(value: string | undefined): number | null {
  const position = readNumber(value);
  return position === null ? null : positionPercent(position);
}
