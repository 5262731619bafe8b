import { constants, publicEncrypt } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { signMessage } from '#simulator/assistant/seal-message';
import { makeKeys, type TestKeys } from './fixtures/test-keys.ts';
import { KeyRing } from './key-ring.ts';
import { RsaDecrypter } from './rsa-decrypter.ts';

const encrypt = (text: string, { publicKey: key }: TestKeys) =>
  publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, Buffer.from(text));

it('is complete only with a key and a secret', async () => {
  const decrypter = await RsaDecrypter.create(makeKeys().privateKey, 1);
  expect(new KeyRing([decrypter], ['secret']).isComplete).toBe(true);
  expect(new KeyRing([decrypter], []).isComplete).toBe(false);
  expect(new KeyRing([], ['secret']).isComplete).toBe(false);
});

it('verifies with each of its secrets', () => {
  const ring = new KeyRing([], ['old', 'new']);
  expect(ring.verify('message', signMessage('message', 'old'))).toBe(true);
  expect(ring.verify('message', signMessage('message', 'new'))).toBe(true);
  expect(ring.verify('message', signMessage('message', 'other'))).toBe(false);
});

it('tries the key that worked last time first, so that changing keys costs one failure and not one a turn', async () => {
  const [former, current] = [makeKeys(), makeKeys()];
  const [old, young] = await Promise.all([
    RsaDecrypter.create(former.privateKey, 1),
    RsaDecrypter.create(current.privateKey, 1),
  ]);
  const wrong = vi.spyOn(old, 'decrypt');
  const ring = new KeyRing([old, young], []);
  for (let turn = 0; turn < 5; turn += 1) {
    expect(String(await ring.decrypt(encrypt('text', current)))).toBe('text');
  }
  expect(wrong).toHaveBeenCalledTimes(1);
  expect(String(await ring.decrypt(encrypt('text', former)))).toBe('text');
});
