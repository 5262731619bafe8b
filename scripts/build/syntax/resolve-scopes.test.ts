import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveScopes } from './resolve-scopes.ts';
import { type Identifier, parseModule } from './syntax-tree.ts';

/** For each place where `name` is used as a variable, the place of its declaration, or `undefined` for a global. */
function declarationsOf(code: string, name: string): (number | undefined)[] {
  const tree = parseModule(code);
  const scopes = resolveScopes(tree);
  return tree.nodes
    .filter((node): node is Identifier => node.type === 'Identifier' && node.name === name)
    .map((identifier) => scopes.bindingOf(identifier)?.declarations[0]?.start);
}

/** Parts of a program that stand around what is inside, with or without a declaration of `a`. */
const AROUND = [
  { declares: true, before: '{ let a = 1;', after: '}' },
  { declares: true, before: '((a) => {', after: '})();' },
  { declares: true, before: '(function a() {', after: '})();' },
  { declares: true, before: 'for (const a of [1]) {', after: '}' },
  { declares: true, before: 'try { throw 1; } catch (a) {', after: '}' },
  { declares: true, before: '(({ b: [a = 2] }) => {', after: '})({ b: [] });' },
  { declares: true, before: '(class a { static {', after: '} });' },
  { declares: true, before: '(() => { { var a; }', after: '})();' },
  { declares: false, before: '{', after: '}' },
  { declares: false, before: '(() => {', after: '})();' },
  { declares: false, before: 'if (true) { { let a; }', after: '}' },
  { declares: false, before: '({ a: () => {', after: '} }).a();' },
  { declares: false, before: 'a: for (;;) {', after: 'break a; }' },
] as const;

test('a name means its innermost declaration around it, or a global where there is none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...AROUND), { maxLength: 8 }), (layers) => {
      // A label must not stand in itself; one layer of it is enough.
      const nested = layers.filter(({ before }, index) =>
        before.startsWith('a:') ? layers.findIndex((each) => each.before === before) === index : true,
      );
      const before = nested.map((layer) => layer.before).join('\n');
      const code = `${before}\nuse(a);\n${nested
        .map((layer) => layer.after)
        .reverse()
        .join('\n')}`;
      const used = code.indexOf('use(a)') + 'use('.length;
      const innermost = nested.findLastIndex(({ declares }) => declares);
      const start = nested.slice(0, innermost).reduce((sum, layer) => sum + layer.before.length + 1, 0);
      const end = start + (nested[innermost]?.before.length ?? 0);
      const tree = parseModule(code);
      const identifier = tree.nodes.find((node) => node.type === 'Identifier' && node.start === used);
      const binding = resolveScopes(tree).bindingOf(identifier as Identifier);
      const declared = binding?.declarations[0]?.start;
      if (innermost < 0) expect(declared).toBeUndefined();
      else expect(declared !== undefined && declared >= start && declared < end).toBe(true);
    }),
  );
});

test('a variable and its references know each other', () => {
  expect(declarationsOf('const a = 1; a + a;', 'a')).toEqual([6, 6, 6]);
});

test('a function is known before it, and in its own block only', () => {
  expect(declarationsOf('a(); { a(); function a() {} }', 'a')).toEqual([undefined, 21, 21]);
});

test('properties, labels and names for other modules are no variables', () => {
  expect(declarationsOf('const b = 1; a: for (;;) break a; ({ a: b }).a; export { b as a };', 'a')).toEqual(
    Array(5).fill(undefined),
  );
});
