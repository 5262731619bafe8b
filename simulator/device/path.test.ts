import { describe, expect, test } from 'vitest';
import { formatPath, normalizePath, parsePath, rootOf, withoutRoot } from './path.ts';

describe('a path', () => {
  test.each([
    ['UserInterface WebView[1] URL', ['UserInterface', 'WebView', 1, 'URL']],
    ['Audio.Volume', ['Audio', 'Volume']],
    ['Status/Call/1/Status', ['Status', 'Call', 1, 'Status']],
    ['Status Call[*] Status', ['Status', 'Call', '*', 'Status']],
    ['  Audio   Volume ', ['Audio', 'Volume']],
    ['', []],
  ])('is read from %j', (text, path) => {
    expect(parsePath(text)).toEqual(path);
  });

  test('has numbers where digits or brackets stood', () => {
    expect(normalizePath(['Call[2]', '3', 4, 'Status'])).toEqual(['Call', 2, 3, 4, 'Status']);
  });

  test('is written as people write it, and read again the same', () => {
    const path = ['UserInterface', 'WebView', 12, 'URL'];
    expect(formatPath(path)).toBe('UserInterface WebView[12] URL');
    expect(parsePath(formatPath(path))).toEqual(path);
  });

  test('may name its root in any case, or leave it out', () => {
    expect(rootOf('STATUS')).toBe('Status');
    expect(rootOf('Config')).toBe('Configuration');
    expect(rootOf('constructor')).toBeUndefined();
    expect(withoutRoot(['status', 'Audio'], 'Status')).toEqual(['Audio']);
    expect(withoutRoot(['Audio'], 'Status')).toEqual(['Audio']);
  });
});
