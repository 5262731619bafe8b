import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createViewTokens } from './view-tokens.ts';
import { SECRET } from './views.fixture.ts';

const clock = { ms: Date.parse('2026-11-20T09:00:00Z') };
const now = () => new Date(clock.ms);
const tokens = createViewTokens({ secret: SECRET, minutes: 15, now });
const opening = {
  sub: 'device-1',
  page: 'dashboard' as const,
  language: 'en-US',
  closes: 120,
  iat: clock.ms / 1000,
};
const key = new TextEncoder().encode(SECRET);

test('a token gives back what it was made for, until it expires', async () => {
  const token = await tokens.sign('view', opening);
  expect(await tokens.verify('view', token)).toEqual({ ...opening, exp: opening.iat + 15 * 60 });
  const later = createViewTokens({
    secret: SECRET,
    minutes: 15,
    now: () => new Date(clock.ms + 15 * 60_000),
  });
  expect(await later.verify('view', token)).toBeNull();
});

test('a token for one thing does not do for the other', async () => {
  expect(await tokens.verify('report', await tokens.sign('view', opening))).toBeNull();
  expect(await tokens.verify('view', await tokens.sign('report', opening))).toBeNull();
});

describe('none is', () => {
  const claims = { ...opening, exp: opening.iat + 60 };
  const signed = (payload: object, secret = key, alg = 'HS256') =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg }).setAudience('view').sign(secret);

  test('one of another secret', async () => {
    expect(await tokens.verify('view', await signed(claims))).not.toBeNull();
    expect(
      await tokens.verify('view', await signed(claims, new TextEncoder().encode('y'.repeat(32)))),
    ).toBeNull();
  });

  test('one without a signature, or with another algorithm', async () => {
    expect(await tokens.verify('view', new UnsecuredJWT(claims).setAudience('view').encode())).toBeNull();
    expect(await tokens.verify('view', await signed(claims, new Uint8Array(64).fill(1), 'HS512'))).toBeNull();
    expect(await tokens.verify('view', await signed(claims, key, 'HS512'))).toBeNull();
  });

  test.each([
    { ...claims, page: 'secrets' },
    { ...claims, sub: undefined },
    { ...claims, exp: undefined },
    { ...claims, language: 7 },
  ])('one with the claims %j, even if it is signed', async (wrong) => {
    expect(await tokens.verify('view', await signed(wrong))).toBeNull();
  });

  test('one with a bit of it changed', async () => {
    const token = await tokens.sign('view', opening);
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '.', '_'), async (at, letter) => {
        fc.pre(token.charAt(at) !== letter);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        const claims = await tokens.verify('view', changed);
        // The last letter of base64 has bits that stand for nothing.
        if (at < token.length - 1) expect(claims).toBeNull();
      }),
    );
  });

  test('any other text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await tokens.verify('view', text)).toBeNull();
      }),
    );
    expect(await tokens.verify('view', undefined)).toBeNull();
  });
});

test('a secret that is too short is refused, without being shown', () => {
  expect(() => createViewTokens({ secret: 'short', minutes: 15, now })).toThrow(
    'The secret for page tokens needs at least 32 bytes, not 5.',
  );
  expect(() => createViewTokens({ secret: new Uint8Array(32), minutes: 15, now })).not.toThrow();
});
