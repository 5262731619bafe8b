import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fernetEncrypt, generateFernetKey } from '#simulator/assistant/fernet-encrypt';
import { openFernet } from './fernet.ts';

// The Fernet specification's published vector.
const KEY = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';
const TOKEN =
  'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';

const bytesOf = (token: string) => Buffer.from(token, 'base64url');
const tokenOf = (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');

describe('openFernet', () => {
  it("opens the specification's vector", () => {
    expect(openFernet(TOKEN, KEY)).toEqual({ text: 'hello', time: 499_162_800 });
  });

  it('opens whatever text was sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(2 ** 31), (text, time) => {
        const key = generateFernetKey();
        expect(openFernet(fernetEncrypt(text, key, { time }), key)).toEqual({ text, time });
      }),
    );
  });

  it('refuses a token with any bit flipped', () => {
    const bytes = bytesOf(TOKEN);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(openFernet(tokenOf(flipped), KEY), `bit ${bit}`).toBeUndefined();
    }
  });

  it('refuses a token that was cut off anywhere', () => {
    for (let length = 0; length < TOKEN.length; length += 1) {
      expect(openFernet(TOKEN.slice(0, length), KEY), `${length} characters`).toBeUndefined();
    }
  });

  it('refuses a text that only decodes to the same bytes', () => {
    // The last character before the padding carries four bits that mean nothing.
    expect(openFernet(TOKEN.replace('DA==', 'DB=='), KEY)).toBeUndefined();
    expect(openFernet(TOKEN.replace('_', '/'), KEY)).toBeUndefined();
    expect(openFernet(` ${TOKEN}`, KEY)).toBeUndefined();
    expect(openFernet(TOKEN.replace(/=+$/, ''), KEY)).toBeUndefined();
  });

  it('refuses the key of another message, and what is no key', () => {
    for (const key of [generateFernetKey(), '', 'short', KEY.slice(4), `${KEY}${KEY}`]) {
      expect(openFernet(TOKEN, key)).toBeUndefined();
    }
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (token, key) => {
        expect(openFernet(token, key)).toBeUndefined();
      }),
    );
  });
});
