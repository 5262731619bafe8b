import type { MiddlewareHandler } from 'hono';

/** What `frame-ancestors` may name: `'self'`, or an origin, of any port with `:*`. Anything else could add to it. */
const ANCESTOR = /^('self'|https?:\/\/[A-Za-z0-9.:[\]-]+(:\*)?)$/;

/**
 * The headers of every answer below `/views`: one origin, no framing but by `frameAncestors`, nothing kept,
 * nothing told to other sites.
 *
 * @throws Error for a frame ancestor that is no origin
 */
export function pageHeaders(frameAncestors: readonly string[]): MiddlewareHandler {
  const policy = contentSecurityPolicy(frameAncestors);
  return async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  };
}

function contentSecurityPolicy(frameAncestors: readonly string[]): string {
  const wrong = frameAncestors.find((ancestor) => !ANCESTOR.test(ancestor));
  if (wrong !== undefined) throw new Error(`A frame ancestor must be an origin, not "${wrong}".`);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.join(' ') || "'none'"}`,
  ].join('; ');
}
