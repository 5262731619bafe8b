import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { HostedDevice } from './hosted-device.ts';
import { openLiveFeed } from './live-feed.ts';
import { badRequest, readCount } from './read-request.ts';

/** A comment line this often shows the reader that the stream is alive, and us that the reader is. */
const HEARTBEAT_MS = 15_000;

/**
 * `GET …/live?after=N`: server-sent events `snapshot`, `screen`, `journal`, `turn`, `macros`. A reader that comes
 * back with `Last-Event-ID` is given the journal from there on.
 */
export function streamLive(c: Context, hosted: HostedDevice, closing: AbortSignal): Response {
  const feed = openLiveFeed(hosted, lastEventId(c) ?? readCount(c, 'after'));
  return streamSSE(c, async (stream) => {
    stream.onAbort(feed.close);
    closing.addEventListener('abort', feed.close, { once: true });
    try {
      while (!feed.closed && !closing.aborted) {
        const messages = await feed.next(HEARTBEAT_MS);
        if (messages.length === 0 && !feed.closed) await stream.write(': alive\n\n');
        for (const message of messages) await stream.writeSSE(message);
      }
    } finally {
      feed.close();
      closing.removeEventListener('abort', feed.close);
    }
  });
}

function lastEventId(c: Context): number | undefined {
  const id = c.req.header('last-event-id');
  if (id === undefined || id === '') return undefined;
  if (!/^\d{1,15}$/.test(id)) throw badRequest(`Last-Event-ID: Expected a number but received "${id}"`);
  return Number(id);
}
