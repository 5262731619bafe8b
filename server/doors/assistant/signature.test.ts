import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signMessage } from '#simulator/assistant/seal-message';
import { isSignedBy } from './signature.ts';

const OLD = 'the-secret-until-today';
const NEW = 'the-secret-from-tomorrow';

describe('isSignedBy', () => {
  it('takes the signature of any of the secrets', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(OLD, NEW), (message, secret) => {
        expect(isSignedBy([OLD, NEW], message, signMessage(message, secret))).toBe(true);
      }),
    );
  });

  it('refuses another secret, another message, and every other text', () => {
    const signature = signMessage('message', OLD);
    expect(isSignedBy([NEW], 'message', signature)).toBe(false);
    expect(isSignedBy([OLD], 'Message', signature)).toBe(false);
    expect(isSignedBy([], 'message', signature)).toBe(false);
    for (const other of ['', signature.slice(0, -1), `${signature} `, `${signature}=`]) {
      expect(isSignedBy([OLD], 'message', other)).toBe(false);
    }
  });

  it('refuses a signature with any one character changed, even one that decodes to the same bytes', () => {
    const signature = signMessage('message', OLD);
    for (let index = 0; index < signature.length; index += 1) {
      const changed = signature[index] === 'A' ? 'B' : 'A';
      const forged = signature.slice(0, index) + changed + signature.slice(index + 1);
      expect(isSignedBy([OLD], 'message', forged), `character ${index}`).toBe(false);
    }
  });
});
