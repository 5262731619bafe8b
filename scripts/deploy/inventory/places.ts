import { type Document, isMap, isScalar, isSeq, type LineCounter } from 'yaml';

/** Where something stands in the file: keys of maps and positions in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** The line of what a path names, or of the innermost part of it that is there. */
export function lineOf(document: Document, lines: LineCounter, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    const step = stepInto(node, key);
    if (!step) break;
    offset = step.offset ?? offset;
    node = step.node;
  }
  return lines.linePos(offset).line;
}

/** Into a map at its key, into a list at its item. */
function stepInto(node: unknown, key: string | number) {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair && isScalar(pair.key) ? { offset: pair.key.range?.[0], node: pair.value } : undefined;
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(key)];
  return isScalar(item) || isMap(item) || isSeq(item) ? { offset: item.range?.[0], node: item } : undefined;
}
