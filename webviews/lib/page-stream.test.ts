import { describe, expect, it } from 'vitest';
import { streamAddress } from './page-stream.ts';

describe('the address of the stream', () => {
  it.each([
    ['/views/dashboard', '?token=a.b.c', '/views/dashboard/stream?token=a.b.c'],
    ['/views/dashboard/', '?token=a', '/views/dashboard/stream?token=a'],
    ['/behind/a/proxy/views/switch', '', '/behind/a/proxy/views/switch/stream'],
  ])('of the page at %s%s', (pathname, search, address) => {
    expect(streamAddress({ pathname, search })).toBe(address);
  });
});
