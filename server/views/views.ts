import type { Hono } from 'hono';
import type { AssistantEventPayload, PageName } from '#contract';
import type { Turn } from '../dialogue/turn.ts';

/** A page that a skill may now open: for `display-web-view`, and for the assistant event `page-opened`. */
export interface OpenedPage {
  /** At most 2000 characters. */
  readonly url: string;
  readonly event: AssistantEventPayload<'page-opened'>;
}

/** The pages, their streams and the devices' reports. */
export interface Views {
  /** Makes the address of a page for the device of this turn. */
  open(turn: Turn, page: PageName): Promise<OpenedPage>;
  /** Serves everything below `/views`; its paths begin with it, so that it is mounted at `/`. */
  readonly routes: Hono;
  /** Drops the streams; pages come back when there is a server again. */
  close(): void;
}
