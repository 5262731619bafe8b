import type { DeviceStates } from './device-states.ts';
import type { ViewClaims } from './view-tokens.ts';

export interface PageStreamOptions {
  readonly states: DeviceStates;
  readonly claims: ViewClaims;
  /** The id of the state that the page already has, when it comes back. */
  readonly lastEventId: string | undefined;
  readonly heartbeatSeconds: number;
  readonly now: () => Date;
}

/** How long a page waits before it comes back, in milliseconds. */
const RETRY_MS = 2000;
/** The longest that a timer of Node takes. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/**
 * A page's server-sent events: a `state` with the whole of it now (unless the page has it already) and on each
 * change, a comment from time to time so that nothing on the way takes the connection for dead, and `end` when
 * the token expires, after which the page need not come back. A reader that is too slow gets the newest state,
 * not all of them.
 */
export function pageStream(options: PageStreamOptions): ReadableStream<Uint8Array> {
  const { states, claims } = options;
  let has = options.lastEventId;
  let stop = () => {};

  const sendNews = (controller: Controller) => {
    const { id, state } = states.pageState(claims);
    if (id === has || !isReady(controller)) return;
    has = id;
    controller.enqueue(encode(`event: state\nid: ${id}\ndata: ${JSON.stringify(state)}\n\n`));
  };

  return new ReadableStream({
    start(controller) {
      controller.enqueue(encode(`retry: ${RETRY_MS}\n\n`));
      if (states.isClosed) return controller.close();
      const drop = () => {
        stop();
        controller.close();
      };
      const end = () => {
        controller.enqueue(encode('event: end\ndata: {}\n\n'));
        drop();
      };
      const beat = () => isReady(controller) && controller.enqueue(encode(': still here\n\n'));
      const heartbeat = setInterval(beat, options.heartbeatSeconds * 1000);
      const life = claims.exp * 1000 - options.now().getTime();
      const expiry = setTimeout(end, Math.min(life, TIMER_MAX_MS));
      const unfollow = states.follow(claims, { changed: () => sendNews(controller), drop, end });
      stop = () => {
        clearInterval(heartbeat);
        clearTimeout(expiry);
        unfollow();
      };
    },
    pull: sendNews,
    cancel: () => stop(),
  });
}

type Controller = ReadableStreamDefaultController<Uint8Array>;
const isReady = (controller: Controller) => (controller.desiredSize ?? 0) > 0;
const encode = (text: string) => new TextEncoder().encode(text);
