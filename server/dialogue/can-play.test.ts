import { expect, test } from 'vitest';
import { canPlay } from './can-play.ts';
import { turnOf } from './turn.fixture.ts';

test('a side that does not say can play everything, and one that says only what it names', () => {
  expect(canPlay(turnOf('hi'), 'speak')).toBe(true);
  expect(canPlay(turnOf('hi', { supportedDirectives: ['reply'] }), 'speak')).toBe(false);
  expect(canPlay(turnOf('hi', { supportedDirectives: ['reply'] }), 'reply')).toBe(true);
});
