import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliderPercent, sliderValue } from './slider.ts';

test('the ends are the ends', () => {
  expect([sliderValue(0), sliderValue(100)]).toEqual(['0', '255']);
  expect([sliderPercent('0'), sliderPercent('255')]).toEqual([0, 100]);
});

test('a percentage survives the way through the slider', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
      expect(sliderPercent(sliderValue(percent))).toBe(percent);
    }),
  );
});

test('a slider that was never set has none', () => {
  expect([undefined, '', ' ', 'half'].map(sliderPercent)).toEqual([null, null, null, null]);
});
