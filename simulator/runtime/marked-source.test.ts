import { expect, test } from 'vitest';
import { markAsync } from './mark-async.ts';
import { markedSource } from './marked-source.ts';

const source = (n: number) => `const f${n} = async () => { await ${n}; };`;

test('a source is rewritten as ever, and the second time not anew', () => {
  const first = markedSource(source(0));
  expect(first).toEqual(markAsync(source(0)));
  expect(markedSource(source(0))).toBe(first);
});

test('what is used stays, what is not used gives way', () => {
  const used = markedSource(source(1));
  const unused = markedSource(source(2));
  for (let n = 3; n < 60; n += 1) {
    markedSource(source(n));
    expect(markedSource(source(1))).toBe(used);
  }
  expect(markedSource(source(2))).not.toBe(unused);
  expect(markedSource(source(2))).toEqual(unused);
});
