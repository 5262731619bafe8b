/** The releases of the catalogue between which a device's release lies; both the same where it is listed. */
export interface ListedNeighbours {
  readonly before: string;
  /** Absent where the device is newer than the catalogue. */
  readonly after: string | undefined;
}

/**
 * A release counts as listed when one of its line is, major and minor: `11.14` and `11.14.4.9` are `11.14.…`.
 *
 * @param releases oldest first
 * @param release as a device says it: `11.14.2.3`, `RoomOS 26.4.1 bc21ae`, `ce11.14.4.0.7a1`
 * @returns `undefined` for what is no release, or older than all
 */
export function listedNeighbours(releases: readonly string[], release: string): ListedNeighbours | undefined {
  const wanted = /\d+(?:\.\d+)+/.exec(release)?.[0];
  if (wanted === undefined) return undefined;
  const isNotLater = (listed: string) => compare(listed, wanted) <= 0;
  const ofLine = releases.filter((listed) => lineOf(listed) === lineOf(wanted));
  const listed =
    ofLine.findLast((each) => each.startsWith(`${wanted}.`)) ?? ofLine.findLast(isNotLater) ?? ofLine[0];
  if (listed !== undefined) return { before: listed, after: listed };
  const before = releases.findLast(isNotLater);
  if (before === undefined) return undefined;
  return { before, after: releases.find((each) => !isNotLater(each)) };
}

const numbers = (release: string) => release.split('.').map(Number);
const lineOf = (release: string) => numbers(release).slice(0, 2).join('.');

function compare(one: string, other: string): number {
  const others = numbers(other);
  const differences = numbers(one).map((number, index) => number - (others[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
