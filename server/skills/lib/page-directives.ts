import { type DirectiveSet, directives, type PageName } from '#contract';
import { canPlay } from '../../dialogue/can-play.ts';
import type { Turn } from '../../dialogue/turn.ts';
import type { Views } from '../../views/views.ts';

export interface PageWords {
  readonly says: string;
  /** Said where no page can be shown or closed. */
  readonly instead: string;
}

/** A door that carries events and has no directives for pages reaches them through the device's macros. */
const onlyByEvent = (turn: Turn, name: 'display-web-view' | 'clear-web-view') =>
  !canPlay(turn, name) && canPlay(turn, 'assistant-event');

/**
 * Shows a page and tells the device's macros when it must go. `page-opened` comes last: by then the page that
 * was there before is gone, and its end cannot be taken for that of the new one.
 */
export async function showPage(
  views: Views,
  turn: Turn,
  page: PageName,
  { says, instead, title }: PageWords & { title: string },
): Promise<DirectiveSet> {
  const { url, event } = await views.open(turn, page);
  const spoken = directives().say(says);
  const shown = onlyByEvent(turn, 'display-web-view')
    ? spoken.assistantEvent('web-view', { action: 'display', url, title })
    : spoken.displayWebView(url, { title, instead });
  return canPlay(turn, 'assistant-event') ? shown.assistantEvent('page-opened', event) : shown;
}

/** Closes whatever page is open. */
export function closePage(turn: Turn, { says, instead }: PageWords): DirectiveSet {
  const spoken = directives().say(says);
  return onlyByEvent(turn, 'clear-web-view')
    ? spoken.assistantEvent('web-view', { action: 'clear' })
    : spoken.clearWebView({ instead });
}
