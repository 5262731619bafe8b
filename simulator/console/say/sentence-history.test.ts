import { describe, expect, it } from 'vitest';
import { HISTORY_BOUND, olderOrNewer, remembered } from './sentence-history.ts';

const said = ['first', 'second', 'third'];

describe('remembered', () => {
  it('puts the newest last and keeps a repeated one once', () => {
    expect(remembered(said, 'first')).toEqual(['second', 'third', 'first']);
  });

  it('forgets the oldest past the bound', () => {
    const many = Array.from({ length: HISTORY_BOUND }, (_, index) => `sentence ${index}`);
    const after = remembered(many, 'another');
    expect(after).toHaveLength(HISTORY_BOUND);
    expect(after).not.toContain('sentence 0');
  });
});

describe('olderOrNewer', () => {
  it('goes from writing to the newest, and on to the oldest', () => {
    expect(olderOrNewer(said, null, 'ArrowUp')).toEqual({ place: 2, sentence: 'third' });
    expect(olderOrNewer(said, 2, 'ArrowUp')).toEqual({ place: 1, sentence: 'second' });
  });

  it('stays at the oldest', () => {
    expect(olderOrNewer(said, 0, 'ArrowUp')).toBeUndefined();
  });

  it('goes back past the newest to an empty line', () => {
    expect(olderOrNewer(said, 1, 'ArrowDown')).toEqual({ place: 2, sentence: 'third' });
    expect(olderOrNewer(said, 2, 'ArrowDown')).toEqual({ place: null, sentence: '' });
  });

  it('does nothing for other keys, on an empty history, or downwards while writing', () => {
    expect(olderOrNewer(said, 1, 'a')).toBeUndefined();
    expect(olderOrNewer([], null, 'ArrowUp')).toBeUndefined();
    expect(olderOrNewer(said, null, 'ArrowDown')).toBeUndefined();
  });
});
