import { day, timeOfDay } from './format.ts';
import type { LivePage } from './live-page.tsx';
import { noticeText } from './notice.ts';

/** Characters from which on a headline is set smaller; after two lines it ends in dots. */
const LONG_TITLE = 24;

/** The headline, the clock, and below them the date, or what there is to know about the data. */
export function PageHeader({ live, title }: { live: LivePage; title: string }) {
  const language = live.language.value;
  const notice = live.notice.value;
  return (
    <header class="header">
      <h1 class={title.length > LONG_TITLE ? 'long' : ''}>{title}</h1>
      <p class="clock">{timeOfDay(live.now.value, language)}</p>
      <p class={`news ${notice?.kind ?? ''}`} role="status">
        {notice ? noticeText(notice, language) : day(live.now.value, language)}
      </p>
    </header>
  );
}
