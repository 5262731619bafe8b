/** With a reason: a mark without one says nothing to whoever reads the macro next. */
const MARK = /\/\/\s*xapi-optional:\s*\S/;
const COMMENT = /^\s*\/\//;

/** Whether `// xapi-optional: reason` stands in a line (from 1), or in the comment right above it. */
export function isMarkedOptional(lines: readonly string[], line: number): boolean {
  if (MARK.test(lines[line - 1] ?? '')) return true;
  for (let above = line - 2; COMMENT.test(lines[above] ?? ''); above -= 1) {
    if (MARK.test(lines[above] ?? '')) return true;
  }
  return false;
}
