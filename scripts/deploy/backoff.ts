export interface BackoffOptions {
  readonly firstDelayMs?: number;
  readonly longestDelayMs?: number;
}

/**
 * How long to wait after so many failures in a row, counted from 1: twice as long each time, up to the longest, and
 * less by up to half at random, so that a fleet that was cut off together does not come back together.
 */
export function backoffMs(
  failures: number,
  { firstDelayMs = 500, longestDelayMs = 30_000 }: BackoffOptions = {},
  random: () => number = Math.random,
): number {
  const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
  return Math.round(whole * (1 - random() / 2));
}
