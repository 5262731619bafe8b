import type { PageName } from '#contract/page';

/** What a person says to a page's skill. */
interface Sentences {
  readonly open: string;
  readonly close: string;
}

/** Shown until, or when, the server cannot tell the page its own sentence. */
export const SENTENCES: Readonly<Record<PageName, Sentences>> = {
  dashboard: { open: 'ok webex, ask room to show the dashboard', close: 'ok webex, tell room to close it' },
  switch: { open: 'ok webex, tell switch view to turn on', close: 'ok webex, tell switch view to turn off' },
};

/** The sentences of the page that an address like `/views/switch` asks for; the dashboard's where it names none. */
export function sentencesFor(pathname: string): Sentences {
  const segments = pathname.split('/');
  const [, sentences = SENTENCES.dashboard] =
    Object.entries(SENTENCES).find(([page]) => segments.includes(page)) ?? [];
  return sentences;
}
