import { describe, expect, it } from 'vitest';
import { newlySpoken } from './newly-spoken.ts';

describe('newlySpoken', () => {
  it('is what was added', () => {
    expect(newlySpoken(['One.'], ['One.', 'Two.'])).toEqual(['Two.']);
  });

  it('is nothing when nothing was added, so that a redraw says nothing twice', () => {
    expect(newlySpoken(['One.'], ['One.'])).toEqual([]);
  });

  it('is all of it when another turn has begun', () => {
    expect(newlySpoken(['One.', 'Two.'], ['Three.'])).toEqual(['Three.']);
  });

  it('is nothing when the bubble has gone', () => {
    expect(newlySpoken(['One.'], [])).toEqual([]);
  });
});
