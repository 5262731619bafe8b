import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from './printable.ts';

describe('what is printed of a foreign text', () => {
  it('is the text itself when it is plain', () => {
    expect(printable('Licht an, bitte: „größer“ 灯')).toBe('Licht an, bitte: „größer“ 灯');
  });

  it('commands no terminal, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const controls = [...printable(text)].filter((character) => /\p{Cc}/u.test(character));
        expect(controls).toEqual([]);
      }),
    );
  });

  it('has no token', () => {
    const url = 'http://127.0.0.1/views/dashboard?token=eyJhbGci.eyJzdWIi-_x.Gh7w4F';
    expect(printable(`${url} "next"`)).toBe('http://127.0.0.1/views/dashboard?token=… "next"');
  });

  it('has an end', () => {
    expect(printable('a'.repeat(100_000))).toBe(`${'a'.repeat(159)}…`);
  });
});
