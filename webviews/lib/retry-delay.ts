const FIRST = 1_000;
const LONGEST = 30_000;

/**
 * Milliseconds before attempt `attempt` (from 0): doubling up to half a minute, and up to a fifth more by chance,
 * so that a building full of screens does not come back in one moment.
 */
export const retryDelay = (attempt: number, chance: number) =>
  Math.min(FIRST * 2 ** attempt, LONGEST) * (1 + chance / 5);
