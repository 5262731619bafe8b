/** How two texts differ, in lines and bytes: `+3 −1 lines, 812 → 901 bytes`. */
export function sourceDiff(before: string, after: string): string {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const bytes = `${Buffer.byteLength(before)} → ${Buffer.byteLength(after)} bytes`;
  return `+${countMissing(fresh, old)} −${countMissing(old, fresh)} lines, ${bytes}`;
}

const linesOf = (text: string) => text.trimEnd().split('\n');

/** Lines of one text that the other does not have, each as often as it is missing. */
function countMissing(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}
