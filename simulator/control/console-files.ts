import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';

/**
 * Serves the console's built files. Its page runs only its own scripts and styles, talks only to this interface, and
 * frames only pages of the origins given: those that the device's web views may come from.
 */
export function consoleFiles(directory: string, frameOrigins: readonly string[]): MiddlewareHandler {
  const policy = contentSecurityPolicy(frameOrigins);
  let files: MiddlewareHandler | undefined;
  return async (c, next) => {
    if (!existsSync(join(directory, 'index.html'))) {
      return c.text('The console is not built. Type: npm run build\n', 503);
    }
    files ??= serveStatic({ root: directory });
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    return files(c, next);
  };
}

function contentSecurityPolicy(frameOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${frameOrigins.length > 0 ? frameOrigins.join(' ') : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
