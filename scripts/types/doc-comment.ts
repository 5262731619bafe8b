/** Lines as a JSDoc comment; nothing for no lines. A tag must stand at the start of its line. */
export function docComment(lines: readonly string[], indent: string): string {
  const [first, ...others] = lines.map((line) => line.replaceAll('*/', '* /'));
  if (first === undefined) return '';
  if (others.length === 0) return `${indent}/** ${first} */\n`;
  return `${indent}/**\n${[first, ...others].map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}
