import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LiteralNames } from './literal-names.ts';

const LONG = ['Abcdefghijklmnopqrstuvwxyz', 'Zyxwvutsrqponmlkjihgfedcba'];
const OTHER = [...LONG, 'Another'];
const use = (place: string, values: readonly string[] = LONG) => ({ words: place.split(' '), values });

test('short sets stand where they are used, numbers and names in their order', () => {
  const names = new LiteralNames([use('A Mode', ['On', 'Off']), use('B Mode', ['On', 'Off'])]);
  expect(names.text(['On', 'Off', 'On'])).toBe("'Off' | 'On'");
  expect(names.text(['10', '9', 'Auto'])).toBe("'9' | '10' | 'Auto'");
  expect(names.text(["it's", 'back\\slash'])).toBe("'back\\\\slash' | 'it\\'s'");
  expect(names.declarations()).toBe('\nexport {};\n');
});

test('a long set that is used once has no name', () => {
  expect(new LiteralNames([use('A Mode')]).text(LONG)).toMatch(/^'Abc.* \| 'Zyx/);
});

test('a shared long set has the name of its first place, whatever the order of its literals', () => {
  const names = new LiteralNames([use('B Kind'), use('A Mode', LONG.toReversed())]);
  expect(names.text(LONG)).toBe('values.Mode');
  expect(names.declarations()).toContain('export type Mode =\n');
});

test('where a name is taken, it takes a word more', () => {
  const names = new LiteralNames([
    use('A Mode'),
    use('A2 Mode'),
    use('B Mode', OTHER),
    use('C Option.1', OTHER),
  ]);
  expect([names.text(LONG), names.text(OTHER)]).toEqual(['values.Mode', 'values.BMode']);
});

test('names do not depend on the order of the uses, and no two sets share one', () => {
  const literal = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta', '2', '10', '1x', '', ...LONG);
  const place = fc.array(fc.constantFrom('A', 'Mode', 'b', '1x'), { minLength: 1, maxLength: 3 });
  const anyUse = fc.record({ words: place, values: fc.array(literal, { minLength: 1 }) });
  fc.assert(
    fc.property(fc.array(anyUse, { maxLength: 30 }), (uses) => {
      const names = new LiteralNames(uses);
      const turned = uses.map(({ words, values }) => ({ words, values: values.toReversed() })).toReversed();
      expect(new LiteralNames(turned).declarations()).toBe(names.declarations());
      const declared = [...names.declarations().matchAll(/export type (\w+)/g)].map(([, name]) => name);
      expect(new Set(declared).size).toBe(declared.length);
    }),
  );
});
