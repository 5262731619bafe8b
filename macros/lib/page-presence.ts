import type { AssistantEventPayload } from '#contract/assistant-events';

/** What the server said of a page when it was opened. */
export type Announcement = AssistantEventPayload<'page-opened'>;

/** A page of ours came, with its announcement if there was one; or the page went. */
export type PageChange =
  | { readonly kind: 'opened'; readonly announcement: Announcement | null }
  | { readonly kind: 'gone' };

/**
 * Pairs each page on the screen with its announcement, the event `page-opened`, whichever comes first: a page
 * that replaces another must not inherit that one's time and token, nor lose its own.
 */
export class PagePresence {
  private url: string | null = null;
  /** The page on the screen has no announcement yet and may still get one. */
  private isUnclaimed = false;
  /** An announcement whose page is not there yet. */
  private waiting: Announcement | null = null;

  announce(announcement: Announcement): PageChange | null {
    if (this.url !== null && this.isUnclaimed) return this.claim(announcement);
    this.waiting = announcement;
    return null;
  }

  /** What is on the screen now: the address of a page of ours, or `null`. */
  see(url: string | null): PageChange | null {
    if (url === this.url) return null;
    this.url = url;
    if (url === null) {
      this.isUnclaimed = false;
      return { kind: 'gone' };
    }
    if (this.waiting) return this.claim(this.waiting);
    this.isUnclaimed = true;
    return { kind: 'opened', announcement: null };
  }

  /** Time to find together is over: a late announcement is taken for the page that is there, or forgotten. */
  settle(): PageChange | null {
    this.isUnclaimed = false;
    const { waiting } = this;
    this.waiting = null;
    return waiting && this.url !== null ? this.claim(waiting) : null;
  }

  private claim(announcement: Announcement): PageChange {
    this.waiting = null;
    this.isUnclaimed = false;
    return { kind: 'opened', announcement };
  }
}
