import fc from 'fast-check';
import { collapse } from 'jsxapi/lib/xapi/rpc.js';
import { expect, test } from 'vitest';
import type { Json } from '../../device/types.ts';
import { rootedAt, shellJson } from './shell-json.ts';

const { tree } = fc.letrec<{ tree: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean()),
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{0,5}$/), tie('tree'), { noNullPrototype: true }),
    fc.array(
      fc.tuple(fc.nat(), tie('leaf')).map(([id, Name]): Json => ({ id, Name })),
      { maxLength: 3 },
    ),
  ),
}));

/** Everything as text, as in the shell. */
function asTexts(value: Json): Json {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(asTexts);
  return Object.fromEntries(Object.entries(value).map(([name, below]) => [name, asTexts(below)]));
}

test('jsxapi reads every value that was written', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(collapse(shellJson(value))).toEqual(asTexts(value));
    }),
  );
});

test('attributes stand beside the values', () => {
  expect(shellJson({ id: 3, ghost: 'True', Name: 'a' })).toEqual({
    id: '3',
    ghost: 'True',
    Name: { Value: 'a' },
  });
});

test('a value is rooted at its path, an index as an item with that id', () => {
  const volume = shellJson(70);
  expect(rootedAt(['Status', 'Audio', 'Volume'], volume)).toEqual({
    Status: { Audio: { Volume: { Value: '70' } } },
  });
  expect(rootedAt(['Status', 'Call', 2, 'Status'], shellJson('Connected'))).toEqual({
    Status: { Call: [{ id: '2', Status: { Value: 'Connected' } }] },
  });
  expect(rootedAt(['Call', 2], shellJson({ id: 2, Status: 'Idle' }))).toEqual({
    Call: [{ id: '2', Status: { Value: 'Idle' } }],
  });
});
