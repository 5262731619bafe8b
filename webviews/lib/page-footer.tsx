import { LAST_SECONDS } from './countdown.ts';
import { count } from './format.ts';
import type { LivePage } from './live-page.tsx';
import { fill } from './words.ts';

/** How to dismiss the page, and when it goes by itself. */
export function PageFooter({ live }: { live: LivePage }) {
  const countdown = live.countdown.value;
  const closing = countdown.phase === 'closing';
  const soon = closing || countdown.phase === 'seconds';
  const share = countdown.phase === 'seconds' ? countdown.left / LAST_SECONDS : 0;
  return (
    <footer class={soon ? 'footer soon' : 'footer'}>
      <div class="bar" aria-hidden="true">
        <div class="bar-left" style={{ transform: `scaleX(${share})` }} />
      </div>
      <Dismissal live={live} />
      <p class="countdown">
        <CountdownText live={live} />
      </p>
    </footer>
  );
}

function Dismissal({ live }: { live: LivePage }) {
  const [before, after] = live.language.value.words.dismissal.split('{}');
  return (
    <p class="dismissal">
      {before}
      <bdi class="say">{live.dismissal.value}</bdi>
      {after}
    </p>
  );
}

function CountdownText({ live }: { live: LivePage }) {
  const language = live.language.value;
  const { words } = language;
  const countdown = live.countdown.value;
  switch (countdown.phase) {
    case 'stays':
      return null;
    case 'minutes':
      return <>{fill(words.closesInMinutes, count(countdown.left, language))}</>;
    case 'seconds':
      return <>{fill(words.closesInSeconds, count(countdown.left, language))}</>;
    case 'closing':
      return <>{words.closing}</>;
  }
}
