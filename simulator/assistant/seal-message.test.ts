import { constants, createHmac, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { expect, it } from 'vitest';
import { sealMessage } from './seal-message.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const secret = 'a-secret-of-enough-length';

it('seals as the protocol has it: a key under RSA-OAEP, a token, both in base64, signed as sent', () => {
  const { message, signature } = sealMessage(
    '{"text":"hello"}',
    { publicKey, secret },
    { time: 1_638_833_645 },
  );
  const [sealedKey = '', token = ''] = message.split('.').map((part) => Buffer.from(part, 'base64'));
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const key = privateDecrypt({ key: pair.privateKey, ...padding }, Buffer.from(sealedKey));
  expect(key.toString()).toMatch(/^[\w-]{43}=$/);
  expect(token.toString()).toMatch(/^gAAAAABhrp[\w-]+=*$/);
  expect(message).toMatch(/^[A-Za-z0-9+/]+=*\.[A-Za-z0-9+/]+=*$/);
  expect(signature).toBe(createHmac('sha256', secret).update(message).digest('base64'));
});

it('never seals two messages alike', () => {
  const messages = Array.from({ length: 5 }, () => sealMessage('hello', { publicKey, secret }).message);
  expect(new Set(messages.map((message) => message.split('.')[0])).size).toBe(5);
});
