import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { type PageName, WEB_VIEW_URL_MAX } from '#contract';
import { canPlay } from '../dialogue/can-play.ts';
import type { Turn } from '../dialogue/turn.ts';
import { type Log, silentLog } from '../log.ts';
import { DeviceStates } from './device-states.ts';
import { createPageFiles } from './page-files.ts';
import { pageRoutes } from './page-routes.ts';
import { createViewTokens } from './view-tokens.ts';
import type { OpenedPage, Views } from './views.ts';

export interface ViewsOptions {
  /** Where devices reach this server; a function where the port is known only later. */
  readonly publicUrl: string | (() => string);
  /** Signs the tokens of pages and reports; at least 32 bytes. */
  readonly secret: string | Uint8Array;
  /** Where the built pages are: `dashboard/index.html`, `assets/…` */
  readonly pagesDirectory: string;
  /** Origins that may show a page in a frame, such as the simulator's console; none if not given. */
  readonly frameAncestors?: readonly string[];
  /** Whole seconds after which a page goes by itself; 0 leaves it open. */
  readonly closeAfterSeconds?: number;
  /** For how long a page may be opened, followed and reported for. */
  readonly tokenMinutes?: number;
  readonly heartbeatSeconds?: number;
  readonly now?: () => Date;
  readonly log?: Log;
}

/** @throws Error for a secret that is too short, or a frame ancestor that is no origin */
export function createViews(options: ViewsOptions): Views {
  const { publicUrl, closeAfterSeconds = 120, now = () => new Date() } = options;
  const tokens = createViewTokens({ secret: options.secret, minutes: options.tokenMinutes ?? 15, now });
  const states = new DeviceStates(now);
  const address = () => (typeof publicUrl === 'string' ? publicUrl : publicUrl()).replace(/\/$/, '');

  async function open(turn: Turn, page: PageName): Promise<OpenedPage> {
    // Without the event `page-opened` nobody on the device closes the page, so it must not count down.
    const willClose = closeAfterSeconds > 0 && canPlay(turn, 'assistant-event');
    const opening = {
      sub: turn.device ?? randomUUID(),
      page,
      language: turn.locale ?? turn.language,
      closes: willClose ? closeAfterSeconds : null,
      iat: now().getTime() / 1000,
    };
    const url = `${address()}/views/${page}?token=${await tokens.sign('view', opening)}`;
    if (url.length > WEB_VIEW_URL_MAX) {
      throw new Error(`The page's address has ${url.length} characters; a device takes ${WEB_VIEW_URL_MAX}.`);
    }
    const report = { url: `${address()}/views/report`, token: await tokens.sign('report', opening) };
    states.open(opening);
    return { url, event: { closeAfterSeconds, report } };
  }

  const routes = new Hono().route(
    '/views',
    pageRoutes({
      files: createPageFiles(options.pagesDirectory),
      tokens,
      states,
      now,
      frameAncestors: options.frameAncestors ?? [],
      heartbeatSeconds: options.heartbeatSeconds ?? 15,
      log: options.log ?? silentLog,
    }),
  );
  return { open, routes, close: () => states.close() };
}
