import { describe, expect, it } from 'vitest';
import { holds, quantile, table } from './figure.ts';
import { parseSpeed } from './openssl-speed.ts';

describe('a figure', () => {
  it('holds its bound, misses it, or has none', () => {
    expect(holds({ name: 'a', value: 0.9, unit: '×', atLeast: 0.9 })).toBe(true);
    expect(holds({ name: 'a', value: 251, unit: 'ms', atMost: 250 })).toBe(false);
    expect(holds({ name: 'a', value: 251, unit: 'ms' })).toBeUndefined();
  });

  it('stands in a table with its bound', () => {
    const lines = table([
      { name: 'start to ready', value: 1234, unit: 'ms', atMost: 1500 },
      { name: 'turns', value: 0.5, unit: '×', atLeast: 0.9, note: 'noisy' },
    ]).split('\n');
    expect(lines[1]).toBe('start to ready  1234 ms   ≤ 1500 ms  ok');
    expect(lines[2]).toBe('turns           0.50 ×    ≥ 0.9 ×    MISSED (noisy)');
  });

  it('takes quantiles of samples in any order', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(samples, 0.5)).toBe(51);
    expect(quantile(samples, 0.99)).toBe(100);
    expect(quantile([7], 0.99)).toBe(7);
  });
});

describe('openssl speed', () => {
  it.each([
    ['rsa 4096 bits 0.002010s 0.000030s    497.5  33156.0', 497.5],
    ['rsa  4096 bits 0.004074s 0.000064s 0.000065s 0.004100s    245.5  15734.2  15300.0  244.0', 245.5],
  ])('is read from %s', (line, operations) => {
    expect(parseSpeed(`version: 3\n                  sign    verify    sign/s verify/s\n${line}\n`)).toBe(
      operations,
    );
  });

  it('is refused when the line is missing', () => {
    expect(() => parseSpeed('nothing')).toThrow('no line for rsa 4096');
  });
});
