import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { CloudError } from './cloud-error.ts';
import type { CloudFaults } from './cloud-faults.ts';

/** Lets through whoever bears the token, as often as the faults allow. */
export function requireToken(token: string, faults: CloudFaults): MiddlewareHandler {
  const wanted = digest(`Bearer ${token}`);
  return async (c, next) => {
    if (faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMs));
    const isRight = timingSafeEqual(digest(c.req.header('authorization') ?? ''), wanted);
    if (!isRight || faults.refusePassword) {
      throw new CloudError(
        401,
        'The request requires a valid access token set in the Authorization request header.',
      );
    }
    if (faults.limitNext > 0) {
      faults.limitNext -= 1;
      throw new CloudError(429, 'Too many requests.', { 'Retry-After': String(faults.retryAfterSeconds) });
    }
    await next();
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
