import { expect, test } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

test.each(['Password', 'NewPassphrase', 'YourPassphrase', 'ChallengePassword', 'PrivateKeyPassword', 'Pin'])(
  'the journal hides %s',
  (name) => {
    expect(maskSecrets({ [name]: 'hunter2' })).toEqual({ [name]: '***' });
  },
);

test('the journal hides what headers tell of who asks, and keeps the rest', () => {
  const Header = [
    'Authorization: Bearer abc',
    'content-type: text/plain',
    'Cookie: a=b',
    'X-Api-Key: 1',
    'X-Token:2',
  ];
  expect(maskSecrets({ Url: 'http://127.0.0.1', Header })).toEqual({
    Url: 'http://127.0.0.1',
    Header: [
      'Authorization: ***',
      'content-type: text/plain',
      'Cookie: ***',
      'X-Api-Key: ***',
      'X-Token: ***',
    ],
  });
  expect(maskSecrets({ header: 'authorization:Basic xyz' })).toEqual({ header: 'authorization: ***' });
});
