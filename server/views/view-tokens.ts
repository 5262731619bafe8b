import { jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import { PageNameSchema } from '#contract';

const ClaimsSchema = v.object({
  /** The device's id. */
  sub: v.string(),
  page: PageNameSchema,
  /** Language tag of the turn that opened the page. */
  language: v.string(),
  /** Seconds after which the device closes the page, counted from `iat`; `null` when it does not. */
  closes: v.nullable(v.number()),
  /** Unix seconds. */
  iat: v.number(),
  exp: v.number(),
});

export type ViewClaims = v.InferOutput<typeof ClaimsSchema>;
/** What a token is made for: all but its end. */
export type PageOpening = Omit<ViewClaims, 'exp'>;

/** `view` opens a page and its stream; `report` lets the device report. Neither does the other's work. */
export type Audience = 'view' | 'report';

export interface ViewTokens {
  sign(audience: Audience, opening: PageOpening): Promise<string>;
  /** The token's claims, or `null` for one that is missing, broken, expired or meant for something else. */
  verify(audience: Audience, token: string | undefined): Promise<ViewClaims | null>;
}

const ALGORITHM = 'HS256';
/** A key as long as the hash, as RFC 7518 section 3.2 demands for HS256. */
const SECRET_MIN_BYTES = 32;

/** @throws Error for a secret of less than 32 bytes */
export function createViewTokens(options: {
  secret: string | Uint8Array;
  minutes: number;
  now: () => Date;
}): ViewTokens {
  const key = typeof options.secret === 'string' ? new TextEncoder().encode(options.secret) : options.secret;
  if (key.length < SECRET_MIN_BYTES) {
    throw new Error(
      `The secret for page tokens needs at least ${SECRET_MIN_BYTES} bytes, not ${key.length}.`,
    );
  }
  return {
    sign: (audience, opening) =>
      new SignJWT({ ...opening, exp: opening.iat + options.minutes * 60 })
        .setProtectedHeader({ alg: ALGORITHM })
        .setAudience(audience)
        .sign(key),
    async verify(audience, token) {
      if (!token) return null;
      const checks = { audience, algorithms: [ALGORITHM], currentDate: options.now() };
      const verified = await jwtVerify(token, key, checks).catch(() => null);
      const claims = v.safeParse(ClaimsSchema, verified?.payload);
      return claims.success ? claims.output : null;
    },
  };
}
