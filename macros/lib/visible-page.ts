import xapi from 'xapi';
import { ourPage } from './our-page.ts';
import { readList } from './read-list.ts';

/** The page of ours that is on the screen now, or `null`. One that failed to load covers the screen as well. */
export async function visiblePage(): Promise<string | null> {
  for (const view of await readList(xapi.Status.UserInterface.WebView.get())) {
    const page = ourPage(view.URL);
    if (page !== null && view.Type === 'Integration' && view.Status !== 'NotVisible') return page;
  }
  return null;
}
