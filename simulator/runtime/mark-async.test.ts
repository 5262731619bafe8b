import { describe, expect, test } from 'vitest';
import { columnInSource, markAsync } from './mark-async.ts';

const OPEN = 'return __async(async()=>{';

describe('markAsync', () => {
  test.each([
    ['async function f(a) { await a }', `      function f(a) {${OPEN} await a })}`],
    ['const f = async (a) => { a() };', `const f =       (a) => {${OPEN} a() })};`],
    ['const f = async a => await a;', 'const f =       a => __async(async()=>(await a));'],
    ['const f = async () => ({ a: 1 });', 'const f =       () => __async(async()=>(({ a: 1 })));'],
    ['class A { static async f() { 1 } }', `class A { static       f() {${OPEN} 1 })} }`],
    ['const o = { async f() { 1 }, async: 2 };', `const o = {       f() {${OPEN} 1 })}, async: 2 };`],
    ['export default async function () { 1 }', `export default       function () {${OPEN} 1 })}`],
  ])('%s', (source, marked) => {
    expect(markAsync(source).text).toBe(marked);
  });

  test.each([
    'const a = 1;',
    'async function* f() { yield 1 }',
    'const o = { async: 1 }; o.async = "async () => 1";',
    'async function broken( {',
  ])('leaves %s as it is', (source) => {
    expect(markAsync(source)).toEqual({ text: source, insertions: [] });
  });

  test('marks functions inside functions', () => {
    const { text } = markAsync('const f = async () => async x => { await x };');
    expect(text).toBe(`const f =       () => __async(async()=>(      x => {${OPEN} await x })}));`);
  });

  test('keeps what a function means', () => {
    const source = `
      class Base { async who() { return 'base' } }
      class Door extends Base {
        name = 'door';
        async who(...args) { return [await super.who(), this.name, arguments.length, args[0]].join() }
      }
      hoisted();
      async function hoisted() { 'use strict'; return this }
      [new Door().who('x', 'y'), hoisted.name, hoisted.length]`;
    const run = new Function('__async', `${markAsync(source).text.replace(/\n\s*\[new/, '\nreturn [new')}`);
    const [who, name, length] = run((body: () => Promise<unknown>) => body());
    expect([name, length]).toEqual(['hoisted', 0]);
    return expect(who).resolves.toBe('base,door,2,x');
  });
});

describe('columnInSource', () => {
  test('takes off what was put in before, on the same line only', () => {
    const source = 'a();\nconst f = async () => { throw new Error("x") }; const g = async y => boo(y);\nb();';
    const marked = markAsync(source);
    const lines = marked.text.split('\n');
    const columnOf = (line: number, word: string) => (lines[line - 1] ?? '').indexOf(word) + 1;
    for (const [line, word] of [
      [1, 'a()'],
      [2, 'f ='],
      [2, 'throw'],
      [2, 'boo'],
      [3, 'b()'],
    ] as const) {
      const wanted = (source.split('\n')[line - 1] ?? '').indexOf(word) + 1;
      expect(columnInSource(marked, line, columnOf(line, word))).toBe(wanted);
    }
  });
});
