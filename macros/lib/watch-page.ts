import xapi from 'xapi';
import { againIfAsked } from './again-if-asked.ts';
import { onAssistantEvent } from './on-assistant-event.ts';
import { type PageChange, PagePresence } from './page-presence.ts';
import { visiblePage } from './visible-page.ts';

/** How long a page and its announcement may be apart. */
const PAIRING_MS = 10_000;

/**
 * Tells when a page of ours comes to the screen and when it goes, from now on and, after a restart of the macros,
 * of the page that is already there. Resolves when it has looked for the first time.
 */
export function watchPage(listener: (change: PageChange) => void): Promise<void> {
  const presence = new PagePresence();
  let settling: number | undefined;

  function tell(change: PageChange | null): void {
    if (change) listener(change);
  }
  function settleLater(): void {
    clearTimeout(settling);
    settling = setTimeout(() => tell(presence.settle()), PAIRING_MS);
  }

  const look = againIfAsked(async () => {
    const change = presence.see(await visiblePage());
    if (change?.kind === 'opened') settleLater();
    tell(change);
  });

  onAssistantEvent('page-opened', (announcement) => {
    settleLater();
    tell(presence.announce(announcement));
  });
  xapi.Status.UserInterface.WebView.on(look);
  xapi.Event.UserInterface.WebView.Cleared.on(look);
  return look();
}
