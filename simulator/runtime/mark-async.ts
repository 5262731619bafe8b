import { parseSync, Visitor } from 'oxc-parser';

/** Text put in, in the new text's own lines and columns (both from 1). */
interface Insertion {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface MarkedSource {
  readonly text: string;
  readonly insertions: readonly Insertion[];
}

interface Edit {
  readonly at: number;
  readonly insert: string;
  /** Characters that give way to as many blanks. */
  readonly blank?: number;
}

const KEYWORD = 'async';

/**
 * Rewrites `async f(x) { … }` as `f(x) {return __async(async()=>{ … })}`, so that the prelude gets to see the
 * promise of every async function and can report the rejections that nobody handles (track-rejections.ts).
 * `this`, `arguments`, names and line numbers stay; async generators are left alone. A source that does not
 * parse comes back as it is: QuickJS says what is wrong with it.
 */
export function markAsync(source: string): MarkedSource {
  if (!source.includes(KEYWORD)) return { text: source, insertions: [] };
  const { program, errors } = parseSync('macro.js', source, { sourceType: 'module' });
  if (errors.length > 0) return { text: source, insertions: [] };
  const edits: Edit[] = [];
  const mark = (keywordAt: number, body: Body) => edits.push(...editsFor(source, keywordAt, body));
  const markFunction = (node: { start: number; async: boolean; generator?: boolean; body: Body | null }) => {
    const stands = source.startsWith(KEYWORD, node.start);
    if (node.async && !node.generator && node.body && stands) mark(node.start, node.body);
  };
  const markMethod = (node: { start: number; key: { start: number }; value: object }) => {
    if (!isAsyncFunction(node.value)) return;
    const keyword = /^(?:static\s+)?async\s/.exec(source.slice(node.start, node.key.start));
    if (keyword) mark(node.start + keyword[0].length - KEYWORD.length - 1, node.value.body);
  };
  new Visitor({
    ArrowFunctionExpression: markFunction,
    FunctionDeclaration: markFunction,
    FunctionExpression: markFunction,
    MethodDefinition: markMethod,
    Property: (node) => (node.method ? markMethod(node) : undefined),
  }).visit(program);
  return apply(source, edits);
}

interface Body {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function isAsyncFunction(node: object): node is { body: Body } {
  return 'async' in node && node.async === true && 'generator' in node && !node.generator;
}

function editsFor(source: string, keywordAt: number, body: Body): Edit[] {
  const keyword = { at: keywordAt, insert: '', blank: KEYWORD.length };
  if (body.type === 'BlockStatement' && source[body.start] === '{') {
    return [
      keyword,
      { at: body.start + 1, insert: 'return __async(async()=>{' },
      { at: body.end - 1, insert: '})' },
    ];
  }
  return [keyword, { at: body.start, insert: '__async(async()=>(' }, { at: body.end, insert: '))' }];
}

function apply(source: string, edits: readonly Edit[]): MarkedSource {
  const insertions: Insertion[] = [];
  let text = '';
  let copied = 0;
  let line = 1;
  let lineStart = 0;
  const append = (part: string) => {
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = text.length + at + 1;
    }
    text += part;
  };
  for (const { at, insert, blank = 0 } of edits.toSorted((a, b) => a.at - b.at)) {
    append(source.slice(copied, at));
    if (insert !== '') {
      insertions.push({ line, column: text.length - lineStart + 1, length: insert.length });
    }
    append(insert + ' '.repeat(blank));
    copied = at + blank;
  }
  append(source.slice(copied));
  return { text, insertions };
}

/** The column in the source for one in the marked text. */
export function columnInSource({ insertions }: MarkedSource, line: number, column: number): number {
  return insertions
    .filter((insertion) => insertion.line === line && insertion.column < column)
    .reduce((rest, { column: from, length }) => rest - Math.min(length, column - from), column);
}
