import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Color = readonly [red: number, green: number, blue: number];

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [dark = '', light = ''] = css.split('@media');
const themes = { dark: tokensOf(dark), light: tokensOf(light) };

const PAIRS = [
  ['text', 'page'],
  ['text', 'surface'],
  ['text-secondary', 'page'],
  ['text-secondary', 'surface'],
  ['accent', 'surface'],
  ['success', 'success-surface'],
  ['warning', 'warning-surface'],
  ['warning', 'surface'],
  ['error', 'error-surface'],
  ['error', 'surface'],
  ['on-primary', 'text'],
] as const;

describe.each(Object.entries(themes))('the %s colours', (_, tokens) => {
  it.each(PAIRS)('let %s be read on %s', (text, ground) => {
    const under = over(tokens[ground], tokens.surface);
    expect(contrast(over(tokens[text], hex(under)), under)).toBeGreaterThanOrEqual(4.5);
  });
});

function tokensOf(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]),
  );
}

/** What is seen of a colour, perhaps translucent, on an opaque ground. */
function over(color = '', ground = ''): Color {
  const [top, alpha] = channels(color);
  const [below] = channels(ground);
  const mix = (index: 0 | 1 | 2) => top[index] * alpha + below[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2)];
}

function channels(color: string): [Color, number] {
  const digits = color.slice(1).length === 3 ? color.slice(1).replace(/./g, '$&$&') : color.slice(1);
  const at = (index: number) => Number.parseInt(digits.slice(index, index + 2) || 'ff', 16);
  return [[at(0), at(2), at(4)], at(6) / 255];
}

const hex = (color: Color) =>
  `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** WCAG 2's contrast ratio. */
function contrast(one: Color, other: Color): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
