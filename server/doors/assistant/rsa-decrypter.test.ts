import { constants, publicEncrypt } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeKeys } from './fixtures/test-keys.ts';
import { RsaDecrypter } from './rsa-decrypter.ts';

const keys = makeKeys();
const encrypt = (text: string, oaepHash = 'sha256') =>
  publicEncrypt(
    { key: keys.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash },
    Buffer.from(text),
  );

it.each([1, 3])('decrypts many at once with %i handles, each with its own result', async (handles) => {
  const decrypter = await RsaDecrypter.create(keys.privateKey, handles);
  const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
  const results = await Promise.all(texts.map((text) => decrypter.decrypt(encrypt(text))));
  expect(results.map(String)).toEqual(texts);
});

it('answers undefined for what was encrypted otherwise, and goes on', async () => {
  const decrypter = await RsaDecrypter.create(keys.privateKey, 1);
  expect(await decrypter.decrypt(encrypt('text', 'sha1'))).toBeUndefined();
  expect(await decrypter.decrypt(Buffer.alloc(256, 7))).toBeUndefined();
  expect(await decrypter.decrypt(Buffer.alloc(512))).toBeUndefined();
  expect(await decrypter.decrypt(Buffer.alloc(0))).toBeUndefined();
  expect(String(await decrypter.decrypt(encrypt('text')))).toBe('text');
});
