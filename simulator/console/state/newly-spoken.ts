/** The sentences that were added since; all of them when another turn has begun. */
export function newlySpoken(before: readonly string[], now: readonly string[]): readonly string[] {
  const goesOn = before.every((text, index) => now[index] === text);
  return goesOn ? now.slice(before.length) : now;
}
