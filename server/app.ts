import { Hono } from 'hono';
import type { NodeContext } from './http/client-address.ts';
import type { Log } from './log.ts';

export interface AppOptions {
  readonly door: Hono<NodeContext>;
  /** Everything below `/views`. */
  readonly views: Hono;
  /** Why the server cannot take turns now; `undefined` when it can. */
  readonly notReady: () => string | undefined;
  /** Is it shutting down? Then connections are closed after their answer. */
  readonly isClosing: () => boolean;
  readonly log: Log;
}

/** Everything that the server answers. */
export function createApp({ door, views, notReady, isClosing, log }: AppOptions): Hono<NodeContext> {
  const app = new Hono<NodeContext>();
  app.use(async (c, next) => {
    await next();
    if (isClosing()) c.header('Connection', 'close');
  });
  app.get('/healthz', (c) => c.json({ alive: true }));
  app.get('/readyz', (c) => {
    const reason = notReady();
    return reason === undefined ? c.json({ ready: true }) : c.json({ ready: false, reason }, 503);
  });
  app.route('/', door);
  app.route('/', views);
  app.notFound((c) => c.json({ error: { code: 'not-found', message: 'There is nothing here.' } }, 404));
  app.onError((error, c) => {
    log.error({ path: c.req.path, err: error }, 'a request failed');
    return c.json({ error: { code: 'internal', message: 'The server could not answer.' } }, 500);
  });
  return app;
}
