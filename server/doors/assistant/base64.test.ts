import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, decodeUrlSafeBase64 } from './base64.ts';

describe('strict base64', () => {
  it('decodes what Node encodes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('takes exactly one text for some bytes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = decodeBase64(text);
        if (bytes !== undefined) expect(bytes.toString('base64')).toBe(text);
      }),
    );
  });

  it.each(['QQ', 'QR==', 'Q Q==', 'QQ==\n', 'QQ===', '-_8=', '!'])('refuses %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  it('keeps the two alphabets apart', () => {
    expect(decodeUrlSafeBase64('-_8=')).toEqual(Buffer.from([0xfb, 0xff]));
    expect(decodeUrlSafeBase64('+/8=')).toBeUndefined();
  });
});
