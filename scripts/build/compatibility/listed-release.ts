/**
 * The release of the catalogue that says most of a device's: itself, the newest of its line (`11.14` is
 * `11.14.5.0`), or the newest that came before it. `undefined` for what is no release, or older than all.
 *
 * @param releases oldest first
 * @param release as a device says it: `11.14.2.3`, `RoomOS 26.4.1 bc21ae`, `ce11.14.4.0.7a1`
 */
export function listedRelease(releases: readonly string[], release: string): string | undefined {
  const wanted = /\d+(?:\.\d+)+/.exec(release)?.[0];
  if (wanted === undefined) return undefined;
  const sameLine = (listed: string) => listed === wanted || listed.startsWith(`${wanted}.`);
  return (
    releases.findLast(sameLine) ??
    releases.findLast((listed) => compare(numbers(listed), numbers(wanted)) <= 0)
  );
}

const numbers = (release: string) => release.split('.').map(Number);

function compare(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
