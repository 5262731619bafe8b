import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageState } from '#contract/page';
import { readState } from './read-state.ts';
import { retryDelay } from './retry-delay.ts';

/** `lost` is mended by itself; `ended` is not. */
export type Connection = 'connecting' | 'live' | 'lost' | 'ended';

export interface PageStream {
  /** The last state that could be read; `null` before the first. */
  readonly state: ReadonlySignal<PageState | null>;
  readonly connection: ReadonlySignal<Connection>;
  /** Whether the last news could not be read. */
  readonly unreadable: ReadonlySignal<boolean>;
}

/**
 * Follows a page's event stream for as long as the page lives. `EventSource` mends a broken connection itself;
 * where it gives up (any answer but 200) this tries again, ever more slowly.
 */
export function openPageStream(url: string): PageStream {
  const state = signal<PageState | null>(null);
  const connection = signal<Connection>('connecting');
  const unreadable = signal(false);
  let attempt = 0;

  function connect(): void {
    const source = new EventSource(url);
    source.addEventListener('open', () => {
      attempt = 0;
      connection.value = 'live';
    });
    source.addEventListener('state', ({ data }: MessageEvent) => {
      const next = readState(data);
      if (next) state.value = next;
      unreadable.value = next === undefined;
    });
    source.addEventListener('end', () => {
      source.close();
      connection.value = 'ended';
    });
    source.addEventListener('error', () => {
      connection.value = 'lost';
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, retryDelay(attempt, Math.random()));
      attempt += 1;
    });
  }

  connect();
  return { state, connection, unreadable };
}

/** A page at `/views/dashboard?token=…` has its stream at `/views/dashboard/stream?token=…`. */
export const streamAddress = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>) =>
  `${pathname.replace(/\/$/, '')}/stream${search}`;
