import { describe, expect, it } from 'vitest';
import { ENGLISH, fill, WORDS } from './words.ts';

const gaps = (text: string) => text.split('{}').length - 1;

describe.each(Object.entries(WORDS))('the words in %s', (_, words) => {
  it('leave a gap where the English ones do', () => {
    const places = (table: object) =>
      Object.fromEntries(Object.entries(table).map(([key, text]) => [key, gaps(text)]));
    expect(places(words)).toEqual(places(ENGLISH));
  });

  it('are all there', () => {
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
  });
});

describe('filling a gap', () => {
  it('puts in exactly what is given, dollar signs too', () => {
    expect(fill('say “{}”', '$& $1')).toBe('say “$& $1”');
  });
});
