import { expect, it } from 'vitest';
import { fernetEncrypt, generateFernetKey } from './fernet-encrypt.ts';

// The Fernet specification's published vector.
const KEY = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';
const TOKEN =
  'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';

it("makes the specification's token", () => {
  const iv = Buffer.from(Array.from({ length: 16 }, (_, index) => index));
  expect(fernetEncrypt('hello', KEY, { time: 499_162_800, iv })).toBe(TOKEN);
});

it('makes another token each time', () => {
  const tokens = Array.from({ length: 20 }, () => fernetEncrypt('hello', KEY, { time: 0 }));
  expect(new Set(tokens).size).toBe(20);
});

it('makes keys of 32 bytes, each another one, as URL-safe base64 with padding', () => {
  const keys = Array.from({ length: 200 }, generateFernetKey);
  expect(new Set(keys).size).toBe(200);
  for (const key of keys) {
    expect(key).toMatch(/^[\w-]{43}=$/);
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  }
});
