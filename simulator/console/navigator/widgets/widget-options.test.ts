import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widgetOptions } from './widget-options.ts';

describe('widgetOptions', () => {
  it('reads the size and the rest by name', () => {
    expect(widgetOptions({ type: 'Text', options: 'size=3; fontSize=small;align=center' })).toEqual({
      size: 3,
      named: { size: '3', fontSize: 'small', align: 'center' },
    });
  });

  it.each([
    ['GroupButton', 4],
    ['Slider', 2],
    ['ToggleButton', 1],
  ])('gives a %s without options its usual size', (type, size) => {
    expect(widgetOptions({ type, options: '' }).size).toBe(size);
  });

  it('makes a usable size of any options', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (type, options) => {
        expect([1, 2, 3, 4]).toContain(widgetOptions({ type, options }).size);
      }),
    );
  });
});
