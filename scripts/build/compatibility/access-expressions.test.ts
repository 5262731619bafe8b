import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { usesOf } from '../testing/uses-of.ts';
import { COMPUTED, pathText } from './xapi-path.ts';

/** A part of a path, as a macro may write it and as it must be read. */
interface Part {
  readonly code: string;
  readonly segment: string;
}

const name = fc.constantFrom('Audio', 'Volume', 'Set', 'Call', 'Get', 'On', 'WebView', 'Status');
const part: fc.Arbitrary<Part> = fc.oneof(
  name.map((segment) => ({ code: `.${segment}`, segment })),
  name.map((segment) => ({ code: `?.${segment}`, segment })),
  name.map((segment) => ({ code: `['${segment}']`, segment })),
  name.map((segment) => ({ code: `[\`${segment}\`]`, segment })),
  fc.nat({ max: 99 }).map((index) => ({ code: `[${index}]`, segment: `[${index}]` })),
  fc.constant({ code: "['*']", segment: '[*]' }),
  fc.constant({ code: '[computed()]', segment: COMPUTED }),
);
const kind = fc.constantFrom('Command', 'Status', 'Config', 'Event');
/** How far along the path a variable is made of it; a pattern where that part is a plain name. */
const access = fc.record({
  kind,
  parts: fc.array(part, { minLength: 1, maxLength: 6 }),
  cut: fc.nat({ max: 6 }),
});
const params = fc.uniqueArray(fc.constantFrom('Level', 'Text', 'Url', 'Mode', 'Option.1'), { maxLength: 5 });

type Access = typeof access extends fc.Arbitrary<infer Value> ? Value : never;

/** One statement of a macro that goes that way, through a variable in between. */
function statement({ kind: root, parts, cut }: Access, index: number, names: readonly string[]): string {
  const before = parts.slice(0, cut).map(({ code }) => code);
  const after = parts.slice(cut).map(({ code }) => code);
  const fields = names.map((each) => `'${each}': computed()`).join(', ');
  const call = root === 'Command' ? `({ ${fields} })` : '.on(computed)';
  return `const part${index} = xapi.${root}${before.join('')};\n(() => { part${index}${after.join('')}${call}; })();`;
}

test('every access expression is found, with its path, its parameters and its line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(access, params), { minLength: 1, maxLength: 8 }), async (made) => {
      const lines = made.map(([each, names], index) => statement(each, index, names));
      const code = `import xapi from 'xapi'; const computed = () => globalThis.x;\n${lines.join('\n')}`;
      const expected = made.map(([each, names], index) => ({
        kind: each.kind,
        path: pathText(each.parts.map(({ segment }) => segment)),
        params: each.kind === 'Command' ? names : [],
        unread: [],
        optional: false,
        place: `macros/mine/index.ts:${2 * index + 3}`,
      }));
      expect(await usesOf(code)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
