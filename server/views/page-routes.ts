import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import * as v from 'valibot';
import { PageNameSchema } from '#contract';
import type { Log } from '../log.ts';
import type { DeviceStates } from './device-states.ts';
import { type PageFiles, PagesNotBuilt } from './page-files.ts';
import { pageHeaders } from './page-headers.ts';
import { pageStream } from './page-stream.ts';
import { reportRoute } from './report-route.ts';
import type { ViewClaims, ViewTokens } from './view-tokens.ts';

export interface PageRoutesOptions {
  readonly files: PageFiles;
  readonly tokens: ViewTokens;
  readonly states: DeviceStates;
  readonly frameAncestors: readonly string[];
  readonly heartbeatSeconds: number;
  readonly now: () => Date;
  readonly log: Log;
}

/** Pages, their assets and streams, and the devices' reports. Whoever may see none gets the neutral page. */
export function pageRoutes(options: PageRoutesOptions): Hono {
  const { files, tokens, states, log } = options;
  const routes = new Hono();
  const neutral = async (context: Context, status: 403 | 404) =>
    context.html(await files.html('neutral'), status);

  /** Lets in who has a token for the page of the path. */
  const admitted =
    (show: (context: Context, claims: ViewClaims) => Response | Promise<Response>) =>
    async (context: Context) => {
      const page = context.req.param('page');
      if (!v.is(PageNameSchema, page)) return neutral(context, 404);
      const claims = await tokens.verify('view', context.req.query('token'));
      return claims?.page === page ? show(context, claims) : neutral(context, 403);
    };

  routes.use(pageHeaders(options.frameAncestors));
  // The event stream is left as it is: compressed, its events would wait for each other.
  routes.use('/assets/*', compress());
  routes.use('/:page', compress());
  routes.route('/report', reportRoute(tokens, states));
  routes.get('/assets/:name', async (context) => {
    const asset = await files.asset(context.req.param('name'));
    if (!asset) return neutral(context, 404);
    // The name of an asset holds a hash of what is in it.
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    return context.body(asset.body, 200, { 'Content-Type': asset.type });
  });
  routes.get(
    '/:page',
    admitted(async (context, { page }) => context.html(await files.html(page))),
  );
  routes.get(
    '/:page/stream',
    admitted((context, claims) => {
      const stream = pageStream({ ...options, claims, lastEventId: context.req.header('Last-Event-ID') });
      return context.body(stream, 200, {
        'Content-Type': 'text/event-stream',
        // Asks proxies such as nginx to pass each event on at once.
        'X-Accel-Buffering': 'no',
      });
    }),
  );
  routes.all('*', (context) => neutral(context, 404));
  routes.onError((error, context) => {
    if (error instanceof PagesNotBuilt) return context.text(error.message, 503);
    log.error({ err: error }, 'a page could not be served');
    return context.text('Something went wrong here. It is written in the log of the server.', 500);
  });
  return routes;
}
